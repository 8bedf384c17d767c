// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/trend.h"

#include <fmt/format.h>

#include <algorithm>

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
    Trend found;
    for (SampleIndex first = 0; first + block <= count; first += block) {
        found.blocks.push_back({first, first + block});
        found.values.push_back(statistics(
            samples.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(block))));
    }
    return found;
}

SampleCount blockFor(SampleCount count, std::int64_t blocks)
{
    return std::max<SampleCount>(2, count / std::max<std::int64_t>(1, blocks));
}

} // namespace spall::signal
