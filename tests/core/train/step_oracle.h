// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

// One critic step and one generator step on the case in tests/data/oracle/nn_steps.json. Kept apart
// from the test, because torch and Qt cannot stand in one file.
namespace spall::oracle {

/// Largest distances of losses, gradients and weights after the steps from the reference; weights
/// whose gradient is nothing but rounding are left out.
struct StepDifference {
    double reconstruction = 0.0;
    double criticLosses = 0.0;
    double criticGradients = 0.0;
    double criticWeights = 0.0;
    double generatorLosses = 0.0;
    double generatorGradients = 0.0;
    double generatorWeights = 0.0;
};

/// `microBatch` windows at a time.
[[nodiscard]] StepDifference stepDifference(const nlohmann::json& testCase, long microBatch);

} // namespace spall::oracle
