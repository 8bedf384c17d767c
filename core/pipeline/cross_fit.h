// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluate/split.h"
#include "core/pipeline/model.h"
#include "core/score/calibration.h"
#include "core/signal/recording.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::pipeline {

/// Blocks that healthy stretches are cut into for cross-fitting.
inline constexpr int kFolds = 4;

/// A block of healthy stretches with what looks at it.
struct LeftOut {
    evaluate::Fold fold;
    score::Front front;         ///< that does not know the block, or that of a model
    score::WindowBatch windows; ///< of the block
};

/// Statistics of all blocks, and the scores of each block by what does not know it.
struct CrossFitted {
    score::EvidenceStatistics statistics;
    std::vector<double> scores; ///< in the order of the blocks
};

/// `blocks` are the band features of healthy blocks, `widths` the bins of each view.
/// errors: TooFewSamples.
[[nodiscard]] Result<CrossFitted> crossFit(std::span<const score::BandFeatures> blocks,
                                           const std::vector<int>& widths);

/// Band features of what networks make of windows. errors: those of the networks, Cancelled.
[[nodiscard]] Result<score::BandFeatures> featuresOf(const score::Front& front,
                                                     const score::Reconstructor& networks,
                                                     const score::WindowBatch& batch,
                                                     const std::stop_token& stop);

/// Gives a calibration its band statistics, scaled to the scores of the left-out blocks of `learn`,
/// and takes its healthy scores of the critic away.
void adopt(score::Calibration& calibration,
           CrossFitted fresh,
           std::span<const signal::Stretch> learn,
           SampleCount windowLength,
           Hertz rate);

/// A plain method that has learned `learn`, with its scores of each block by the same method that
/// has not seen it. errors: those of the method, Cancelled.
[[nodiscard]] Result<CalibratedMethod> learnPlainMethod(const std::string& name,
                                                        const Model& model,
                                                        std::span<const LeftOut> blocks,
                                                        std::span<const signal::Stretch> learn,
                                                        const std::stop_token& stop);

/// All windows of some stretches, at most about 3 000 of them, as one batch.
[[nodiscard]] score::WindowBatch healthyWindows(std::span<const signal::Stretch> stretches,
                                                SampleCount windowLength);

[[nodiscard]] SampleCount totalSamples(std::span<const signal::Stretch> stretches);

} // namespace spall::pipeline
