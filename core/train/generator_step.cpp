// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/generator_step.h"

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

} // namespace

GeneratorLosses generatorStep(nn::Tadgan& nets,
                              Adam& optimiser,
                              const nn::Preset& preset,
                              const torch::Tensor& windows,
                              const torch::Tensor& prior,
                              Adversary adversary,
                              std::int64_t microBatch,
                              double rateFactor)
{
    const nn::AdversarialPreset& weights = preset.adversarial;
    const Frozen critics{nets->criticParameters()};
    GeneratorLosses losses;
    optimiser.zeroGradients();
    const std::int64_t whole = windows.size(0);
    for (std::int64_t first = 0; first < whole; first += microBatch) {
        const std::int64_t count = std::min(microBatch, whole - first);
        const double share = static_cast<double>(count) / static_cast<double>(whole);
        const auto x = windows.narrow(0, first, count);
        const auto latents = nets->encode(x);
        const auto rebuilt = nets->decode(latents);
        const auto cycle = nets->cycleError(x, rebuilt);
        losses.cycle += share * cycle.item<double>();
        auto loss = preset.training.cycleWeight * cycle;
        if (adversary == Adversary::Present) {
            const auto fake =
                weights.fakes == nn::Fakes::Reconstruction
                    ? rebuilt
                    : nets->decode(nets->latentFromPrior(prior.narrow(0, first, count)));
            const auto realness = nets->signalCritic->forward(nets->criticInput(fake)).mean();
            losses.generator -= share * realness.item<double>();
            loss = loss - weights.signalWeight * realness;
            if (nets->hasLatentCritic()) {
                const auto likeness =
                    nets->latentCritic->forward(nets->learnedPart(latents)).mean();
                losses.latent -= share * likeness.item<double>();
                loss = loss - weights.latentWeight * likeness;
            }
        }
        (loss * share).backward();
    }
    if (preset.training.clip > 0.0) {
        optimiser.clipGradients(preset.training.clip);
    }
    optimiser.step(rateFactor);
    return losses;
}

} // namespace spall::train
