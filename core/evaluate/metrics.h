// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace spall::evaluate {

/// A share with its 95 % interval and what it rests on.
struct Rate {
    double value = 0.0;
    double low = 0.0;
    double high = 1.0;
    std::int64_t hits = 0;
    std::int64_t trials = 0;
};

/// Wilson score interval (Wilson 1927) for hits of trials. Overlapping windows count as
/// trials / overlap independent ones, so that the interval is not too narrow; 0 trials: 0..1.
[[nodiscard]] Rate wilson(std::int64_t hits, std::int64_t trials, double overlap = 1.0);

/// Events in a time, as an hourly rate with its 95 % interval.
struct HourlyRate {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    std::int64_t events = 0;
    Seconds duration;
};

/// Interval of a Poisson count by Byar's approximation (Rothman and Boice 1979), within 1 % of the
/// exact one. `duration` > 0.
[[nodiscard]] HourlyRate hourlyRate(std::int64_t events, Seconds duration);

/// Windows by truth and verdict.
struct Confusion {
    std::int64_t truePositive = 0;
    std::int64_t falsePositive = 0;
    std::int64_t trueNegative = 0;
    std::int64_t falseNegative = 0;
};

/// What a threshold gives, by window, without point adjustment. Unset when a side is missing.
struct Metrics {
    Confusion confusion;
    std::optional<Rate> recall;
    std::optional<Rate> falseAlarmRate;
    std::optional<Rate> precision;
    std::optional<Rate> f1; ///< interval by transforming the ends of recall and precision
    std::optional<HourlyRate> falseAlarmsPerHour; ///< healthy events (runs) / healthy duration
};

/// Rates of a confusion with their intervals; `overlap` as in `wilson`. Recall needs faulty
/// windows, the false-alarm rate healthy ones, precision and F1 both; precision stays unset while
/// nothing is alarmed. Alarms an hour are left to who knows the duration.
[[nodiscard]] Metrics metrics(const Confusion& confusion, double overlap);

} // namespace spall::evaluate
