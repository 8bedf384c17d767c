// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/sample_range.h"
#include "core/signal/statistics.h"

#include <vector>

namespace spall::signal {

/// Condition indicators of successive blocks of a channel.
struct Trend {
    std::vector<SampleRange> blocks;
    std::vector<Statistics> values; ///< one a block
};

/// Cuts a channel into blocks of `block` samples and describes each; a shorter rest at the end is
/// left out. errors: Usage (block below 2), TooFewSamples (not one block).
[[nodiscard]] Result<Trend> trend(std::span<const double> samples, SampleCount block);

/// The same over blocks that are given, such as the snapshots of a run. errors: Usage (a block
/// below 2 samples or not inside the channel).
[[nodiscard]] Result<Trend> trend(std::span<const double> samples, std::vector<SampleRange> blocks);

/// A block length that gives about `blocks` of them, at least 2 samples each.
[[nodiscard]] SampleCount blockFor(SampleCount count, std::int64_t blocks);

} // namespace spall::signal
