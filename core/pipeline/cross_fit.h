// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/score/calibration.h"
#include "core/signal/recording.h"

#include <span>
#include <vector>

namespace spall::pipeline {

/// Blocks that healthy stretches are cut into for cross-fitting.
inline constexpr int kFolds = 4;

/// Pooled statistics of all blocks, and the scores of each block under the others' statistics.
struct CrossFitted {
    score::EvidenceStatistics statistics;
    std::vector<double> scores; ///< in the order of the blocks
};

/// `blocks` are the band features of healthy blocks, `widths` the bins of each view.
/// errors: TooFewSamples.
[[nodiscard]] Result<CrossFitted> crossFit(std::span<const score::BandFeatures> blocks,
                                           const std::vector<int>& widths);

/// All windows of some stretches, at most about 3 000 of them, as one batch.
[[nodiscard]] score::WindowBatch healthyWindows(std::span<const signal::Stretch> stretches,
                                                SampleCount windowLength);

[[nodiscard]] SampleCount totalSamples(std::span<const signal::Stretch> stretches);

} // namespace spall::pipeline
