// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sample_range.h"
#include "core/detect/policy.h"
#include "core/score/fuse.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spall::detect {

/// Two thresholds instead of one fused score.
struct DualRule {
    double rec = 0.0;
    double critic = 0.0;
    bool both = true; ///< AND; otherwise OR
    friend bool operator==(const DualRule&, const DualRule&) = default;
};

/// One flag a window: score above threshold, then N of M over the windows so far.
[[nodiscard]] std::vector<char>
alarms(std::span<const double> scores, double threshold, const Hysteresis& hysteresis);

/// The dual rule's flags.
[[nodiscard]] std::vector<char>
alarms(const score::ChannelScores& channels, const DualRule& rule, const Hysteresis& hysteresis);

/// A run of alarmed windows, merged with the next run where the two share or touch samples.
struct Event {
    SampleRange range;
    std::int64_t firstWindow = 0;
    std::int64_t windowCount =
        0;                  ///< from the first alarmed to the last, quiet ones between included
    double peakScore = 0.0; ///< of the alarmed windows
    std::int64_t peakWindow = 0;
};

/// Events of one recording. `ranges` [n] are the places of the windows, ascending.
[[nodiscard]] std::vector<Event> findEvents(std::span<const char> alarms,
                                            std::span<const double> scores,
                                            std::span<const SampleRange> ranges);

} // namespace spall::detect
