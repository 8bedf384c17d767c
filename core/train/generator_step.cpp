// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/generator_step.h"

#include "core/nn/stop_scope.h"

#include <algorithm>

namespace spall::train {
namespace {

/// Keeps parameters out of the backward pass while it lives.
class Frozen {
public:
    explicit Frozen(std::vector<torch::Tensor> parameters) : m_parameters{std::move(parameters)}
    {
        set(false);
    }
    ~Frozen() { set(true); }
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;
    Frozen(Frozen&&) = delete;
    Frozen& operator=(Frozen&&) = delete;

private:
    void set(bool isLearning)
    {
        for (auto& parameter : m_parameters) {
            parameter.set_requires_grad(isLearning);
        }
    }

    std::vector<torch::Tensor> m_parameters;
};

/// One piece of a batch: adds its share to the gradients and to `losses`.
void addPiece(nn::Tadgan& nets,
              const nn::Preset& preset,
              const GeneratorBatch& piece,
              double share,
              GeneratorLosses& losses)
{
    const nn::AdversarialPreset& weights = preset.adversarial;
    const auto latents = nets->encode(piece.windows);
    const auto rebuilt = nets->decode(latents);
    const auto cycle = nets->cycleError(piece.windows, rebuilt);
    losses.cycle += share * cycle.item<double>();
    auto loss = preset.training.cycleWeight * cycle;
    if (piece.adversary == Adversary::Present) {
        const auto fake = weights.fakes == nn::Fakes::Reconstruction
                              ? rebuilt
                              : nets->decode(nets->latentFromPrior(piece.prior));
        const auto realness = nets->signalCritic->forward(nets->criticInput(fake)).mean();
        losses.generator -= share * realness.item<double>();
        loss = loss - weights.signalWeight * realness;
        if (nets->hasLatentCritic()) {
            const auto likeness = nets->latentCritic->forward(nets->learnedPart(latents)).mean();
            losses.latent -= share * likeness.item<double>();
            loss = loss - weights.latentWeight * likeness;
        }
    }
    (loss * share).backward();
}

} // namespace

std::optional<GeneratorLosses> generatorStep(nn::Tadgan& nets,
                                             Adam& optimiser,
                                             const nn::Preset& preset,
                                             const GeneratorBatch& batch,
                                             const StepOptions& options)
{
    const nn::StopScope stop{options.stop};
    const Frozen critics{nets->criticParameters()};
    GeneratorLosses losses;
    optimiser.zeroGradients();
    const std::int64_t whole = batch.windows.size(0);
    for (std::int64_t first = 0; first < whole && !options.stop.stop_requested();
         first += options.microBatch) {
        const std::int64_t count = std::min(options.microBatch, whole - first);
        GeneratorBatch piece{.windows = batch.windows.narrow(0, first, count),
                             .prior = {},
                             .adversary = batch.adversary};
        if (batch.prior.defined()) {
            piece.prior = batch.prior.narrow(0, first, count);
        }
        addPiece(
            nets, preset, piece, static_cast<double>(count) / static_cast<double>(whole), losses);
    }
    if (options.stop.stop_requested()) {
        return std::nullopt;
    }
    if (preset.training.clip > 0.0) {
        optimiser.clipGradients(preset.training.clip);
    }
    optimiser.step(options.rateFactor);
    return losses;
}

} // namespace spall::train
