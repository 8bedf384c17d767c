// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <span>
#include <vector>

namespace spall::pipeline {

/// What is learned of healthy recordings, as samples and as a record of it.
struct LearningParts {
    std::vector<signal::Stretch> stretches; ///< at the model's rate
    std::vector<LearnedPart> learned;
    std::int64_t windows = 0; ///< that fit into them at the step
};

/// One input at the model's rate. errors: RateTooLow, NotFinite, TooFewSamples.
[[nodiscard]] Result<signal::Stretch> conditionInput(const Input& input, Hertz rate);

/// Splits every healthy recording by time. errors: those of conditioning, TooFewSamples with the
/// file, Usage (a step beyond the window, the same signal twice).
[[nodiscard]] Result<LearningParts>
learningParts(std::span<const Input> healthy, Hertz rate, const signal::WindowOptions& window);

} // namespace spall::pipeline
