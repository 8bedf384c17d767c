// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <algorithm>

namespace spall {

/// Half-open range of samples `[first, last)`; empty when `last <= first`.
struct SampleRange {
    SampleIndex first = 0;
    SampleIndex last = 0;

    [[nodiscard]] constexpr SampleCount size() const
    {
        return std::max<SampleCount>(0, last - first);
    }
    [[nodiscard]] constexpr bool isEmpty() const { return last <= first; }
    [[nodiscard]] constexpr bool contains(SampleIndex at) const { return first <= at && at < last; }
    friend constexpr bool operator==(const SampleRange&, const SampleRange&) = default;
};

/// The common part of two ranges, possibly empty.
[[nodiscard]] constexpr SampleRange intersection(SampleRange a, SampleRange b)
{
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

/// True when the ranges share at least one sample.
[[nodiscard]] constexpr bool overlaps(SampleRange a, SampleRange b)
{
    return !intersection(a, b).isEmpty();
}

} // namespace spall
