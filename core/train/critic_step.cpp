// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/critic_step.h"

#include "core/nn/gradient_penalty.h"

#include <algorithm>

namespace spall::train {
namespace {

/// Scalars of one critic on one piece of a batch.
struct Terms {
    torch::Tensor wasserstein;
    nn::GradientPenalty penalty;
};

Terms judge(const nn::CriticFunction& critic,
            const torch::Tensor& real,
            const torch::Tensor& fake,
            const torch::Tensor& mix)
{
    const std::int64_t count = real.size(0);
    const auto scores = critic(torch::cat({real, fake}));
    return {.wasserstein =
                scores.narrow(0, 0, count).mean() - scores.narrow(0, count, count).mean(),
            .penalty = nn::gradientPenalty(critic, real, fake, mix)};
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

} // namespace

CriticLosses criticStep(nn::Tadgan& nets,
                        Adam& optimiser,
                        const nn::AdversarialPreset& preset,
                        const CriticBatch& batch,
                        std::int64_t microBatch,
                        double rateFactor)
{
    if (batch.dropoutSeed) {
        nets->signalCritic->setNoise(at::detail::createCPUGenerator(*batch.dropoutSeed));
    }
    const nn::CriticFunction signalCritic = [&](const torch::Tensor& x) {
        return nets->signalCritic->forward(x);
    };
    const nn::CriticFunction latentCritic = [&](const torch::Tensor& z) {
        return nets->latentCritic->forward(z);
    };
    CriticLosses losses;
    optimiser.zeroGradients();
    const std::int64_t whole = batch.windows.size(0);
    for (std::int64_t first = 0; first < whole; first += microBatch) {
        const std::int64_t count = std::min(microBatch, whole - first);
        const double share = static_cast<double>(count) / static_cast<double>(whole);
        const auto piece = [&](const torch::Tensor& all) {
            return all.narrow(0, first, count);
        };
        const Samples samples =
            samplesOf(nets, preset.fakes, piece(batch.windows), piece(batch.prior));
        const Terms signal = judge(signalCritic, samples.real, samples.fake, piece(batch.mix));
        auto loss = preset.penalty * signal.penalty.penalty - signal.wasserstein;
        losses.critic += share * signal.wasserstein.item<double>();
        losses.penalty += share * signal.penalty.penalty.item<double>();
        losses.gradientNorm += share * signal.penalty.meanNorm.item<double>();
        if (nets->hasLatentCritic()) {
            const Terms latent = judge(
                latentCritic, piece(batch.latentReal), samples.latentFake, piece(batch.latentMix));
            loss = loss + preset.penalty * latent.penalty.penalty - latent.wasserstein;
            losses.latentCritic += share * latent.wasserstein.item<double>();
            losses.penalty += share * latent.penalty.penalty.item<double>();
        }
        (loss * share).backward();
    }
    nets->signalCritic->setNoise({});
    optimiser.step(rateFactor);
    return losses;
}

} // namespace spall::train
