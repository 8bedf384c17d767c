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

/// Whether attention weights are made anew when needed (on a processor) or held (on CUDA).
enum class AttentionMemory { Recomputed, Held };

/// Memory that one window takes in a critic step, from the sizes of the preset; an estimate.
[[nodiscard]] std::int64_t
trainingBytesPerWindow(const nn::Preset& preset, SampleCount length, AttentionMemory memory);

/// What a training may take.
struct MemoryBudget {
    std::int64_t bytes = 0; ///< 0: half of what is free
    AttentionMemory attention = AttentionMemory::Recomputed;
};

/// Lays a training out. errors: TooFewSamples (less than four
/// window lengths, or no stretch as long as a window), NotFinite, NotEnoughMemory.
[[nodiscard]] Result<TrainPlan> planTraining(const TrainData& data,
                                             const nn::Preset& preset,
                                             const TrainOptions& options,
                                             const MemoryBudget& memory);

/// Factor on the learning rate at a step (from 0): 1; half a cosine from 1 to 0 (Loshchilov &
/// Hutter 2017); or one cycle (Smith 2018): up along half a cosine from 1/25 to 1 at the peak, then
/// down to 1/250 000. Times the warm-up.
[[nodiscard]] double
rateFactor(const nn::TrainingPreset& training, std::int64_t step, std::int64_t totalSteps);

/// Rises evenly to 1 over the preset's first steps, for all rates.
[[nodiscard]] double warmUpFactor(const nn::TrainingPreset& training, std::int64_t step);

} // namespace spall::train
