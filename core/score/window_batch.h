// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/windows.h"

#include <span>
#include <vector>

namespace spall::score {

/// Windows side by side in memory [count, length], in the unit of the recording.
/// What every scorer works on, whether cut from a recording or planted by the detectability bench.
struct WindowBatch {
    SampleCount length = 0;
    std::vector<double> samples;

    [[nodiscard]] std::int64_t count() const
    {
        return length == 0 ? 0 : static_cast<std::int64_t>(samples.size()) / length;
    }
    [[nodiscard]] std::span<const double> window(std::int64_t index) const
    {
        return std::span{samples}.subspan(static_cast<std::size_t>(index * length),
                                          static_cast<std::size_t>(length));
    }
};

/// Copies windows [first, first + count) of a set.
[[nodiscard]] WindowBatch
gather(const signal::WindowSet& windows, std::int64_t first, std::int64_t count);

} // namespace spall::score
