// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_state.h"

#include "core/nn/torch_scope.h"

namespace spall::train {

nn::Tadgan freshNetworks(const nn::Preset& preset, const score::Front& front, Seed seed)
{
    const nn::SeededTorch seeded{derive(seed, "init")};
    return nn::Tadgan{preset, front};
}

TrainState
freshState(const TrainData& data, const nn::Preset& preset, Seed seed, torch::Device device)
{
    nn::Tadgan nets = freshNetworks(preset, data.front, seed);
    nets->to(device);
    Adam generator{nets->generatorParameters(), preset.training.generator};
    Adam critic{nets->criticParameters(), preset.training.critic};
    BatchSampler sampler{data.learn,
                         data.front.scaling,
                         {.length = data.front.windowLength,
                          .polarity = preset.training.polarity,
                          .recordings = preset.training.recordings},
                         derive(seed, "sampler")};
    WeightAverage average{nets->generatorParameters(), preset.training.averaging};
    return TrainState{.nets = std::move(nets),
                      .generator = std::move(generator),
                      .critic = std::move(critic),
                      .sampler = std::move(sampler),
                      .noise = makeEngine(derive(seed, "noise")),
                      .average = std::move(average),
                      .criticWatch = {},
                      .newest = {},
                      .epochSum = {},
                      .best = {},
                      .history = {}};
}

void add(Losses& losses, const Losses& more, double weight)
{
    losses.critic += weight * more.critic;
    losses.latentCritic += weight * more.latentCritic;
    losses.generator += weight * more.generator;
    losses.cycle += weight * more.cycle;
    losses.latent += weight * more.latent;
    losses.penalty += weight * more.penalty;
    losses.gradientNorm += weight * more.gradientNorm;
}

} // namespace spall::train
