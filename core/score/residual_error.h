// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <span>
#include <vector>

namespace spall::score {

/// What tells how far a reconstruction is from its window: band evidence of whitened views
/// (calibration.h), or one number (Geiger et al. 2020, §V-A).
enum class ResidualError {
    Bands,
    Point, ///< mean |x − x̂|
    Area,  ///< mean over t of |sum of x − x̂ over 2r + 1 neighbours| / (2r + 1)
    Dtw, ///< sqrt(least sum of (x − x̂)² along a warping path at most r off the diagonal / length)
};

/// Neighbours on either side that the area and the warping path may reach, in samples.
inline constexpr int kDefaultErrorRadius = 10;

/// One error per window, not `Bands`. `windows` and `reconstruction` [count, length], in any one
/// unit; out: [count] in that unit. At the ends of a window the area runs over the samples that
/// exist.
[[nodiscard]] std::vector<double> residualErrors(ResidualError kind,
                                                 std::span<const float> windows,
                                                 std::span<const float> reconstruction,
                                                 SampleCount length,
                                                 int radius = kDefaultErrorRadius);

} // namespace spall::score
