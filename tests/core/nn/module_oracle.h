// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

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

/// Largest distance between the case's parameter gradients of the output's mean square and ours.
[[nodiscard]] double backwardDifference(const nlohmann::json& testCase);

/// Distances of the multi-resolution spectral error and its gradient from the case's.
struct SpectralDifference {
    double value = 0.0;
    double gradient = 0.0;
};
[[nodiscard]] SpectralDifference spectralDifference(const nlohmann::json& testCase);

/// Largest distance between our LSTM layer and LibTorch's, outputs and gradients, relative where
/// they are large.
[[nodiscard]] double lstmDifference(std::int64_t windows, std::int64_t steps, std::int64_t units);

/// Relative distances between attention that recomputes and attention written out: output, first
/// and second derivatives by each operand.
[[nodiscard]] std::vector<double> attentionDifferences(std::int64_t tokens, std::int64_t depth);

/// The same with dropped weights, against attention with the mask that they were dropped by; first
/// comes the distance of the dropped share from the rate.
[[nodiscard]] std::vector<double> droppedAttentionDifferences();

/// Distance of the largest kind between our upsampling and LibTorch's ConvTranspose1d for one
/// length, output and gradients.
[[nodiscard]] double upsamplingDifference(std::int64_t length);

/// Numbers of trainable parameters of a preset.
struct Counts {
    std::int64_t encoder = 0;
    std::int64_t generator = 0;
    std::int64_t signalCritic = 0;
    std::int64_t latentCritic = 0;
};
[[nodiscard]] Counts parameterCounts(const std::string& preset, std::int64_t length);

/// True when a reconstruction has its windows' shape and the critic judges each window.
[[nodiscard]] bool
keepsShape(const std::string& preset, std::int64_t channels, std::int64_t length);

} // namespace spall::oracle
