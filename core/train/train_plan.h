// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/engine.h"

#include <cstdint>
#include <span>

namespace spall::train {

/// How a training is laid out over steps.
struct TrainPlan {
    int epochs = 1;
    std::int64_t stepsPerEpoch = 1;
    std::int64_t batch = 1;       ///< windows of a generator step
    std::int64_t criticBatch = 1; ///< windows of a critic step
    std::int64_t microBatch = 1;  ///< windows worked on at once, within the memory budget

    [[nodiscard]] std::int64_t totalSteps() const { return epochs * stepsPerEpoch; }
};

/// Windows that fit into the stretches at half overlap, but at least 1 000: one epoch.
[[nodiscard]] std::int64_t epochWindows(std::span<const signal::Stretch> learn, SampleCount length);

/// Memory that one window takes in a critic step, from the sizes of the preset; an estimate.
[[nodiscard]] std::int64_t trainingBytesPerWindow(const nn::Preset& preset, SampleCount length);

/// Lays a training out. `memoryBytes` as in EngineOptions. errors: TooFewSamples (less than four
/// window lengths, or no stretch as long as a window), NotFinite, NotEnoughMemory.
[[nodiscard]] Result<TrainPlan> planTraining(const TrainData& data,
                                             const nn::Preset& preset,
                                             const TrainOptions& options,
                                             std::int64_t memoryBytes);

/// Factor on the learning rate at a step (from 0): 1, or one cycle (Smith 2018): up along half a
/// cosine from 1/25 to 1 at the peak, then down to 1/250 000.
[[nodiscard]] double
rateFactor(const nn::TrainingPreset& training, std::int64_t step, std::int64_t totalSteps);

} // namespace spall::train
