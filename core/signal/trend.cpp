// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace spall::signal {

Result<Trend> trend(std::span<const double> samples, SampleCount block)
{
    if (block < 2) {
        return fail(ErrorCode::Usage,
                    fmt::format("blocks of {} samples have no statistics", block),
                    "trend",
                    "choose blocks of 2 samples or more");
    }
    const auto count = static_cast<SampleCount>(samples.size());
    if (count < block) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("{} samples are less than a block of {}", count, block),
                    "trend",
                    "choose shorter blocks");
    }
    std::vector<SampleRange> blocks;
    for (SampleIndex first = 0; first + block <= count; first += block) {
        blocks.push_back({first, first + block});
    }
    return trend(samples, std::move(blocks));
}

Result<Trend> trend(std::span<const double> samples, std::vector<SampleRange> blocks)
{
    const auto count = static_cast<SampleCount>(samples.size());
    Trend found;
    for (const SampleRange& block : blocks) {
        if (block.first < 0 || block.last > count || block.size() < 2) {
            return fail(ErrorCode::Usage,
                        fmt::format("the block from {} to {} has no statistics among {} samples",
                                    block.first,
                                    block.last,
                                    count),
                        "trend",
                        "choose blocks of 2 samples or more inside the recording");
        }
        found.values.push_back(statistics(samples.subspan(static_cast<std::size_t>(block.first),
                                                          static_cast<std::size_t>(block.size()))));
    }
    found.blocks = std::move(blocks);
    return found;
}

SampleCount blockFor(SampleCount count, std::int64_t blocks)
{
    return std::max<SampleCount>(2, count / std::max<std::int64_t>(1, blocks));
}

} // namespace spall::signal
