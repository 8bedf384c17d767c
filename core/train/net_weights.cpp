// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/net_weights.h"

#include "core/nn/weights.h"
#include "core/train/train_state.h"

namespace spall::train {
namespace {

std::int64_t countParameters(const torch::nn::Module& module)
{
    std::int64_t count = 0;
    for (const auto& parameter : module.parameters()) {
        count += parameter.numel();
    }
    return count;
}

} // namespace

NetWeights netWeights(const nn::Tadgan& nets, const nn::Preset& preset)
{
    return {.preset = nn::toJson(preset),
            .arrays = nn::weightsOf(nets),
            .parameters = {.encoder = countParameters(*nets->encoder),
                           .generator = countParameters(*nets->generator),
                           .signalCritic = countParameters(*nets->signalCritic),
                           .latentCritic =
                               nets->hasLatentCritic() ? countParameters(*nets->latentCritic) : 0}};
}

Result<nn::Tadgan> buildNetworks(const NetWeights& weights, const score::Front& front)
{
    const auto preset = nn::parsePreset(weights.preset);
    if (!preset) {
        return fail(preset.error());
    }
    nn::Tadgan nets = freshNetworks(*preset, front, Seed{});
    if (const Status loaded = nn::loadWeights(nets, weights.arrays); !loaded) {
        return fail(loaded.error());
    }
    return nets;
}

} // namespace spall::train
