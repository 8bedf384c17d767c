// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spall::score {

/// How the two calibrated channels become one score.
enum class Fusion { Sum, Product, Rec, Critic };

/// "sum", "product", "rec", "critic": in files, on the command line and for programs.
[[nodiscard]] std::string toString(Fusion fusion);

/// Unset for any other text.
[[nodiscard]] std::optional<Fusion> parseFusion(std::string_view text);

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
