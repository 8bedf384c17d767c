// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_step.h"

#include "core/nn/weights.h"
#include "core/train/critic_step.h"
#include "core/train/generator_step.h"
#include "core/train/watchdog.h"

#include <algorithm>

namespace spall::train {
namespace {

/// Puts the sources of chance back where they were, unless the part that drew from them was done.
class Draws {
public:
    explicit Draws(TrainState& state)
        : m_state{state}, m_sampler{state.sampler}, m_noise{state.noise}
    {
    }
    void takeBack()
    {
        m_state.sampler = m_sampler;
        m_state.noise = m_noise;
    }

private:
    TrainState& m_state;
    BatchSampler m_sampler;
    RandomEngine m_noise;
};

torch::Tensor drawWindows(TrainState& state, const StepSettings& settings, std::int64_t count)
{
    return nn::toWindows(state.sampler.draw(count), count).to(settings.device);
}

template <typename Draw>
torch::Tensor drawNumbers(std::vector<std::int64_t> shape, torch::Device device, const Draw& draw)
{
    auto values = torch::empty(shape);
    float* first = values.data_ptr<float>();
    std::generate(first, first + values.numel(), [&] { return static_cast<float>(draw()); });
    return values.to(device);
}

torch::Tensor
drawNormal(TrainState& state, torch::Device device, std::int64_t count, std::int64_t width)
{
    return drawNumbers({count, width}, device, [&] { return normal(state.noise); });
}

torch::Tensor drawUniform(TrainState& state, torch::Device device, std::int64_t count)
{
    return drawNumbers({count}, device, [&] { return uniform(state.noise); });
}

/// How much the penalty weighs in the critic turn that comes next: as much as there are turns from
/// one penalty to the next (Karras et al. 2020, appendix B).
double penaltyWeight(const TrainState& state, const nn::AdversarialPreset& adversarial)
{
    const std::int64_t turn =
        state.step / adversarial.criticEvery * adversarial.criticSteps + state.criticTurns;
    return turn % adversarial.penaltyEvery == 0 ? adversarial.penaltyEvery : 0.0;
}

CriticBatch drawCriticBatch(TrainState& state, const StepSettings& settings)
{
    const std::int64_t count = settings.plan.criticBatch;
    const torch::Device device = settings.device;
    CriticBatch batch{.windows = drawWindows(state, settings, count),
                      .mix = drawUniform(state, device, count),
                      .latentMix = drawUniform(state, device, count),
                      .latentReal = drawNormal(state, device, count, state.nets->learnedLatent()),
                      .prior = drawNormal(state, device, count, state.nets->latentNumbers()),
                      .dropoutSeed = std::nullopt,
                      .penaltyWeight = penaltyWeight(state, settings.preset.adversarial)};
    if (settings.preset.signalCritic.dropout > 0.0 || settings.preset.latentCritic.dropout > 0.0) {
        batch.dropoutSeed = state.noise();
    }
    return batch;
}

Advance criticTurn(TrainState& state, const StepSettings& settings, const std::stop_token& stop)
{
    Draws draws{state};
    const CriticBatch batch = drawCriticBatch(state, settings);
    const double rate = state.rateScale * warmUpFactor(settings.preset.training, state.step);
    const auto losses = criticStep(state.nets,
                                   state.critic,
                                   settings.preset.adversarial,
                                   batch,
                                   {settings.plan.microBatch, rate, stop});
    if (!losses) {
        draws.takeBack();
        return Advance::Stopped;
    }
    state.newest.critic = losses->critic;
    state.newest.latentCritic = losses->latentCritic;
    if (batch.penaltyWeight > 0.0) {
        state.newest.penalty = losses->penalty;
        state.newest.gradientNorm = losses->gradientNorm;
        watch(state.criticWatch, losses->gradientNorm);
    }
    ++state.criticTurns;
    return Advance::Done;
}

Advance generatorTurn(TrainState& state, const StepSettings& settings, const std::stop_token& stop)
{
    Draws draws{state};
    const std::int64_t count = settings.plan.batch;
    GeneratorBatch batch{.windows = drawWindows(state, settings, count),
                         .prior = {},
                         .adversary =
                             settings.adversarial ? Adversary::Present : Adversary::Absent};
    if (settings.adversarial && settings.preset.adversarial.fakes == nn::Fakes::Prior) {
        batch.prior = drawNormal(state, settings.device, count, state.nets->latentNumbers());
    }
    const double rate =
        state.rateScale *
        rateFactor(settings.preset.training, state.step, settings.plan.totalSteps());
    const auto losses = generatorStep(state.nets,
                                      state.generator,
                                      settings.preset,
                                      batch,
                                      {settings.plan.microBatch, rate, stop});
    if (!losses) {
        draws.takeBack();
        return Advance::Stopped;
    }
    state.newest.cycle = losses->cycle;
    state.newest.generator = losses->generator;
    state.newest.latent = losses->latent;
    return Advance::Done;
}

} // namespace

Advance advance(TrainState& state, const StepSettings& settings, const std::stop_token& stop)
{
    const nn::AdversarialPreset& adversarial = settings.preset.adversarial;
    if (settings.adversarial && state.step % adversarial.criticEvery == 0) {
        while (state.criticTurns < adversarial.criticSteps) {
            if (criticTurn(state, settings, stop) == Advance::Stopped) {
                return Advance::Stopped;
            }
        }
    }
    if (generatorTurn(state, settings, stop) == Advance::Stopped) {
        return Advance::Stopped;
    }
    state.average.follow(state.nets->generatorParameters());
    add(state.epochSum, state.newest, 1.0);
    state.criticTurns = 0;
    ++state.step;
    return Advance::Done;
}

} // namespace spall::train
