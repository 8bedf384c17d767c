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
    static constexpr SampleCount kBlock = 256; ///< samples of a block

    BlockExtremes() = default;

    template <typename At> BlockExtremes(SampleCount count, const At& at)
    {
        m_blocks.reserve(static_cast<std::size_t>((count + kBlock - 1) / kBlock));
        for (SampleIndex first = 0; first < count; first += kBlock) {
            m_blocks.push_back(scan({first, std::min(count, first + kBlock)}, at));
        }
        for (std::size_t first = 0; first < m_blocks.size(); first += kFan) {
            m_runs.push_back(joinOf(m_blocks, first, std::min(m_blocks.size(), first + kFan)));
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
        const signal::MinMax ends = joined(scan({range.first, firstBlock * kBlock}, at),
                                           scan({lastBlock * kBlock, range.last}, at));
        return joined(
            ends,
            overBlocks(static_cast<std::size_t>(firstBlock), static_cast<std::size_t>(lastBlock)));
    }

private:
    static constexpr std::size_t kFan = 32; ///< blocks of a run

    [[nodiscard]] signal::MinMax overBlocks(std::size_t first, std::size_t last) const
    {
        const std::size_t firstRun = (first + kFan - 1) / kFan;
        const std::size_t lastRun = last / kFan;
        if (firstRun >= lastRun) {
            return joinOf(m_blocks, first, last);
        }
        const signal::MinMax ends = joined(joinOf(m_blocks, first, firstRun * kFan),
                                           joinOf(m_blocks, lastRun * kFan, last));
        return joined(ends, joinOf(m_runs, firstRun, lastRun));
    }

    [[nodiscard]] static signal::MinMax
    joinOf(const std::vector<signal::MinMax>& parts, std::size_t first, std::size_t last)
    {
        signal::MinMax found = kNoExtremes;
        for (std::size_t at = first; at < last; ++at) {
            found = joined(found, parts[at]);
        }
        return found;
    }

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

    [[nodiscard]] static signal::MinMax joined(signal::MinMax a, signal::MinMax b)
    {
        return {std::min(a.low, b.low), std::max(a.high, b.high)};
    }

    std::vector<signal::MinMax> m_blocks;
    std::vector<signal::MinMax> m_runs; ///< of `kFan` blocks, so that a wide view reads few
};

} // namespace spall::ui
