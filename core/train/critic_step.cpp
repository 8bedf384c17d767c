// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/critic_step.h"

#include "core/nn/gradient_penalty.h"
#include "core/nn/stop_scope.h"

#include <algorithm>

namespace spall::train {
namespace {

/// Scalars of one critic on one piece of a batch.
struct Terms {
    torch::Tensor wasserstein;
    nn::GradientPenalty penalty; ///< empty where none is asked for
    torch::Tensor loss;
};

Terms judge(const nn::CriticFunction& critic,
            const nn::PenaltyPlaces& places,
            nn::PenaltyForm form,
            double weight)
{
    const std::int64_t count = places.real.size(0);
    const auto scores = critic(torch::cat({places.real, places.fake}));
    Terms terms;
    terms.wasserstein = scores.narrow(0, 0, count).mean() - scores.narrow(0, count, count).mean();
    terms.loss = -terms.wasserstein;
    if (weight > 0.0) {
        terms.penalty = nn::gradientPenalty(critic, places, form);
        terms.loss = terms.loss + weight * terms.penalty.penalty;
    }
    return terms;
}

/// What the critics have to tell apart, without gradients into E and G.
struct Samples {
    torch::Tensor real;
    torch::Tensor fake;
    torch::Tensor latentFake;
};

Samples samplesOf(nn::Tadgan& nets,
                  nn::Fakes fakes,
                  const torch::Tensor& windows,
                  const torch::Tensor& prior)
{
    const torch::NoGradGuard fixed;
    const auto latents = nets->encode(windows);
    const bool rebuilt = fakes == nn::Fakes::Reconstruction;
    const auto fake = nets->decode(rebuilt ? latents : nets->latentFromPrior(prior));
    return {.real = nets->criticInput(windows),
            .fake = nets->criticInput(fake),
            .latentFake = nets->learnedPart(latents)};
}

/// One piece of a batch: adds its share to the gradients and to `losses`.
void addPiece(nn::Tadgan& nets,
              const nn::AdversarialPreset& preset,
              const CriticBatch& piece,
              double share,
              CriticLosses& losses)
{
    const nn::CriticFunction signalCritic = [&](const torch::Tensor& x) {
        return nets->signalCritic->forward(x);
    };
    const nn::CriticFunction latentCritic = [&](const torch::Tensor& z) {
        return nets->latentCritic->forward(z);
    };
    const Samples samples = samplesOf(nets, preset.fakes, piece.windows, piece.prior);
    const double weight = preset.penalty * piece.penaltyWeight;
    const Terms signal =
        judge(signalCritic, {samples.real, samples.fake, piece.mix}, preset.penaltyForm, weight);
    auto loss = signal.loss;
    losses.critic += share * signal.wasserstein.item<double>();
    if (weight > 0.0) {
        losses.penalty += share * signal.penalty.penalty.item<double>();
        losses.gradientNorm += share * signal.penalty.meanNorm.item<double>();
    }
    if (nets->hasLatentCritic()) {
        const Terms latent = judge(latentCritic,
                                   {piece.latentReal, samples.latentFake, piece.latentMix},
                                   preset.penaltyForm,
                                   weight);
        loss = loss + latent.loss;
        losses.latentCritic += share * latent.wasserstein.item<double>();
        if (weight > 0.0) {
            losses.penalty += share * latent.penalty.penalty.item<double>();
        }
    }
    (loss * share).backward();
}

CriticBatch pieceOf(const CriticBatch& batch, std::int64_t first, std::int64_t count)
{
    CriticBatch piece = batch;
    for (auto* tensor :
         {&piece.windows, &piece.mix, &piece.latentMix, &piece.latentReal, &piece.prior}) {
        *tensor = tensor->narrow(0, first, count);
    }
    return piece;
}

} // namespace

std::optional<CriticLosses> criticStep(nn::Tadgan& nets,
                                       Adam& optimiser,
                                       const nn::AdversarialPreset& preset,
                                       const CriticBatch& batch,
                                       const StepOptions& options)
{
    const nn::StopScope stop{options.stop};
    if (batch.dropoutSeed) {
        nets->setNoise(at::detail::createCPUGenerator(*batch.dropoutSeed));
    }
    CriticLosses losses;
    optimiser.zeroGradients();
    const std::int64_t whole = batch.windows.size(0);
    for (std::int64_t first = 0; first < whole && !options.stop.stop_requested();
         first += options.microBatch) {
        const std::int64_t count = std::min(options.microBatch, whole - first);
        const double share = static_cast<double>(count) / static_cast<double>(whole);
        addPiece(nets, preset, pieceOf(batch, first, count), share, losses);
    }
    nets->setNoise({});
    if (options.stop.stop_requested()) {
        return std::nullopt;
    }
    optimiser.step(options.rateFactor);
    return losses;
}

} // namespace spall::train
