// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sample_range.h"
#include "core/signal/pyramid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace spall::ui {

/// Smallest and largest value of nothing: a group without a finite value.
inline constexpr signal::MinMax kNoExtremes{std::numeric_limits<float>::infinity(),
                                            -std::numeric_limits<float>::infinity()};

/// True when the group held a finite value.
[[nodiscard]] inline bool hasValues(const signal::MinMax& extremes)
{
    return extremes.low <= extremes.high;
}

/// Extremes of blocks of a sequence that is computed sample by sample (`at(index)` gives a float,
/// NaN where there is none), so that any group of it is summarised exactly without being read
/// whole. For what the core's pyramid does not keep: reconstruction, band and residual.
class BlockExtremes {
public:
    BlockExtremes() = default;

    template <typename At> BlockExtremes(SampleCount count, const At& at)
    {
        m_blocks.reserve(static_cast<std::size_t>((count + kBlock - 1) / kBlock));
        for (SampleIndex first = 0; first < count; first += kBlock) {
            m_blocks.push_back(scan({first, std::min(count, first + kBlock)}, at));
        }
    }

    /// Extremes of the finite values of `range`, exact; `kNoExtremes` when there is none.
    template <typename At> [[nodiscard]] signal::MinMax over(SampleRange range, const At& at) const
    {
        const SampleIndex firstBlock = (range.first + kBlock - 1) / kBlock;
        const SampleIndex lastBlock = range.last / kBlock;
        if (firstBlock >= lastBlock) {
            return scan(range, at);
        }
        signal::MinMax found = joined(scan({range.first, firstBlock * kBlock}, at),
                                      scan({lastBlock * kBlock, range.last}, at));
        for (SampleIndex block = firstBlock; block < lastBlock; ++block) {
            found = joined(found, m_blocks[static_cast<std::size_t>(block)]);
        }
        return found;
    }

private:
    static constexpr SampleCount kBlock = 256;

    template <typename At> [[nodiscard]] static signal::MinMax scan(SampleRange range, const At& at)
    {
        signal::MinMax found = kNoExtremes;
        for (SampleIndex index = range.first; index < range.last; ++index) {
            const float value = at(index);
            // Comparisons with NaN are false, so a missing sample changes nothing.
            found.low = value < found.low ? value : found.low;
            found.high = value > found.high ? value : found.high;
        }
        return found;
    }

    [[nodiscard]] static signal::MinMax joined(signal::MinMax a, signal::MinMax b);

    std::vector<signal::MinMax> m_blocks;
};

} // namespace spall::ui
