// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signal/recording.h"

#include <span>
#include <vector>

namespace spall::evaluate {

/// Parts of one healthy recording: learned from, then a gap of one window, then kept unseen.
struct HealthySplit {
    SampleRange learn;
    SampleRange unseen;
};

/// The first 60 % learns, a gap of one window, the rest is kept back (empty when the gap takes it
/// all). errors: Usage (sizes below 1, share outside 0..1), TooFewSamples (learning part under four
/// windows or 32 starts at `step`).
[[nodiscard]] Result<HealthySplit> splitByTime(SampleCount sampleCount,
                                               SampleCount windowLength,
                                               SampleCount step,
                                               double learnShare = 0.6);

/// Refuses recordings that would put the same bytes on both sides (same hash among healthy and
/// faulty). errors: Usage, naming both files.
[[nodiscard]] Status refuseLeak(std::span<const signal::RecordingPtr> healthy,
                                std::span<const signal::RecordingPtr> faulty);

/// Blocks of learning stretches for cross-fitting: `left` is looked at with what was fitted to
/// `rest`. Consecutive parts of equal length, a gap of one window at each border of `left`, taken
/// from `rest` in every channel of the same recording, which is known by its hash. Pieces shorter
/// than a window are dropped.
struct Fold {
    std::vector<signal::Stretch> rest;
    std::vector<signal::Stretch> left;
};

/// `folds` of them, fewer where a part would be shorter than a window or would leave nothing to
/// fit.
[[nodiscard]] std::vector<Fold>
crossFolds(std::span<const signal::Stretch> learn, int folds, SampleCount windowLength);

} // namespace spall::evaluate
