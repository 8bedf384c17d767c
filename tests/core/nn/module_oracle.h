// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

// What the networks make of the cases in tests/data/oracle/nn.json. Kept apart from the tests,
// because torch and Qt cannot stand in one file.
namespace spall::oracle {

/// Largest distance between the case's output and the module's.
[[nodiscard]] double forwardDifference(const nlohmann::json& testCase);

/// Largest distances of a case's gradient penalty from ours.
struct PenaltyDifference {
    double value = 0.0;
    double norm = 0.0;
    double gradient = 0.0;
};
[[nodiscard]] PenaltyDifference penaltyDifference(const nlohmann::json& testCase);

/// Distance of the largest kind between our upsampling and LibTorch's ConvTranspose1d for one
/// length, output and gradients.
[[nodiscard]] double upsamplingDifference(std::int64_t length);

/// Numbers of trainable parameters of a preset for windows of 2048.
struct Counts {
    std::int64_t encoder = 0;
    std::int64_t generator = 0;
    std::int64_t signalCritic = 0;
};
[[nodiscard]] Counts parameterCounts(const std::string& preset);

/// True when a reconstruction of windows of this length has their length, whatever the preset.
[[nodiscard]] bool keepsLength(const std::string& preset, std::int64_t length);

} // namespace spall::oracle
