// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

namespace spall::pipeline {

/// How an alarm can be wrong.
enum class MistakeKind { Missed, FalseAlarm };

/// A run of windows that are all wrong in the same way.
struct Mistake {
    MistakeKind kind = MistakeKind::Missed;
    SampleRange range; ///< at the model's rate
    std::int64_t firstWindow = 0;
    std::int64_t windowCount = 0;
    std::int64_t peakWindow = 0; ///< of the highest score
    double peakScore = 0.0;
    bool isWholeEvent = false; ///< missed: nothing of the labelled stretch was found
};

/// Missed stretches and false alarms of one recording under a decision, in time order; windows
/// that are not judged (truth.h) count as neither.
[[nodiscard]] std::vector<Mistake> mistakesOf(const ScoredRecording& scored,
                                              const Decision& decision,
                                              std::span<const signed char> truth);

} // namespace spall::pipeline
