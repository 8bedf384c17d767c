// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sample_range.h"

#include <span>
#include <vector>

namespace spall::score {

/// Reconstruction of a stretch, sample by sample [n]; NaN where no window reaches.
struct SampleReconstruction {
    std::vector<float> median;
    std::vector<float> low;  ///< smallest of the overlapping windows
    std::vector<float> high; ///< largest
};

/// Median and min-max band over overlapping windows [count, length] that start at `starts`
/// (ascending, relative to the stretch of `sampleCount` samples).
[[nodiscard]] SampleReconstruction overlapReconstruction(std::span<const float> windows,
                                                         SampleCount length,
                                                         std::span<const SampleIndex> starts,
                                                         SampleCount sampleCount);

} // namespace spall::score
