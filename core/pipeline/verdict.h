// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <span>
#include <string>
#include <vector>

namespace spall::pipeline {

/// A method's scores of the same windows as every other method's, in the same order.
struct Comparison {
    std::string name;
    std::vector<double> healthy;
    std::vector<double> faulty;
};

/// Says in words whether the first method beats the best plain one: difference of the areas under
/// the ROC curve with a 95 % interval from a paired block bootstrap (blocks as long as windows
/// overlap, 200 draws).
[[nodiscard]] std::string verdictOf(std::span<const Comparison> methods, double overlap, Seed seed);

/// What the numbers cannot show, a sentence each.
[[nodiscard]] std::vector<std::string> limitsOf(const Model& model,
                                                std::span<const ScoredPtr> scored,
                                                const Comparison& spall,
                                                const detect::DecisionOptions& decision,
                                                double overlap);

} // namespace spall::pipeline
