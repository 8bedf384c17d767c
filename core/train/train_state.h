// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/train/adam.h"
#include "core/train/batch_sampler.h"
#include "core/train/engine.h"
#include "core/train/watchdog.h"
#include "core/train/weight_average.h"

#include <cstdint>
#include <limits>
#include <map>
#include <string>

namespace spall::train {

/// Everything a training is between two parts of a step: going on from it gives the same bytes as
/// never having stopped.
struct TrainState {
    nn::Tadgan nets;
    Adam generator;
    Adam critic;
    BatchSampler sampler;
    RandomEngine noise;    ///< mixes, priors and dropout seeds
    WeightAverage average; ///< of E and G
    std::int64_t step = 0; ///< steps done
    int criticTurns = 0;   ///< done of the step under way
    CriticWatch criticWatch;
    Losses newest;                     ///< of the last step; the critics' from their last turn
    Losses epochSum;                   ///< over the steps of the epoch under way
    std::map<std::string, Array> best; ///< weights of the best epoch
    double bestError = std::numeric_limits<double>::infinity();
    double rateScale = 1.0; ///< what the watchdog left of the learning rates
    int setbacks = 0;
    double secondsBefore = 0.0; ///< of earlier runs
    TrainHistory history;
};

/// Fresh networks and optimisers; every source of chance starts from its own seed.
[[nodiscard]] TrainState
freshState(const TrainData& data, const nn::Preset& preset, Seed seed, torch::Device device);

/// Networks with the weights that a seed gives.
[[nodiscard]] nn::Tadgan
freshNetworks(const nn::Preset& preset, const score::Front& front, Seed seed);

/// Adds `more` times `weight`.
void add(Losses& losses, const Losses& more, double weight);

} // namespace spall::train
