// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace spall::score {

/// How the two calibrated channels become one score.
enum class Fusion { Sum, Product, Rec, Critic };

/// The two channels of one stretch of windows, each in standard deviations of healthy windows.
struct ChannelScores {
    std::vector<double> rec;
    std::vector<double> critic;
};

/// λ·rec + (1−λ)·critic; or the product of the two moved to be positive
/// (softplus(rec)·softplus(critic)); or one alone. [n]
[[nodiscard]] std::vector<double> fuse(const ChannelScores& channels, Fusion fusion, double lambda);

/// Centred moving average over `windows` neighbours (1 leaves as is); at the ends over fewer.
[[nodiscard]] std::vector<double> smooth(std::span<const double> scores, int windows);

} // namespace spall::score
