// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sample_range.h"

#include <span>
#include <vector>

namespace spall::signal {

/// Smallest and largest value of a group of samples.
struct MinMax {
    float low = 0.0F;
    float high = 0.0F;
};

/// Min-max summaries of a channel at growing group sizes, so that any zoom of any length is drawn
/// from about as many values as the screen has columns. Holds no samples itself.
class Pyramid {
public:
    Pyramid() = default;
    /// Builds all levels in one pass over the samples [n]; they take a 24th of n 32-bit samples.
    explicit Pyramid(std::span<const double> samples);

    /// Summary of `range` (its part inside the samples) in `columns` groups of equal width to one
    /// sample, or one group per sample if there are fewer; `samples` is what the pyramid was built
    /// from. Exact: equals the min and max of the samples of each group.
    [[nodiscard]] std::vector<MinMax>
    summary(std::span<const double> samples, SampleRange range, int columns) const;

private:
    std::vector<std::vector<MinMax>> m_levels; ///< level k: groups of 64·4^k samples
};

} // namespace spall::signal
