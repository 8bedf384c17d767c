// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/overlap.h"

#include <algorithm>
#include <limits>

namespace spall::score {
namespace {

/// Median of values that may be reordered; the mean of the middle two of an even number.
float medianOf(std::vector<float>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) {
        return *middle;
    }
    return 0.5F * (*middle + *std::max_element(values.begin(), middle));
}

} // namespace

SampleReconstruction overlapReconstruction(std::span<const float> windows,
                                           SampleCount length,
                                           std::span<const SampleIndex> starts,
                                           SampleCount sampleCount)
{
    constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
    const auto n = static_cast<std::size_t>(std::max<SampleCount>(sampleCount, 0));
    SampleReconstruction all{std::vector(n, kNone), std::vector(n, kNone), std::vector(n, kNone)};
    std::vector<float> values;
    std::size_t first = 0; // windows [first, last) reach the sample
    std::size_t last = 0;
    for (SampleIndex sample = 0; sample < sampleCount; ++sample) {
        while (last < starts.size() && starts[last] <= sample) {
            ++last;
        }
        while (first < last && starts[first] + length <= sample) {
            ++first;
        }
        if (first == last) {
            continue;
        }
        values.clear();
        for (std::size_t window = first; window < last; ++window) {
            const SampleIndex at =
                static_cast<SampleIndex>(window) * length + sample - starts[window];
            values.push_back(windows[static_cast<std::size_t>(at)]);
        }
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const auto at = static_cast<std::size_t>(sample);
        all.low[at] = *low;
        all.high[at] = *high;
        all.median[at] = medianOf(values);
    }
    return all;
}

} // namespace spall::score
