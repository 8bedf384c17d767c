// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/evaluate/metrics.h"

#include <cstdint>
#include <optional>
#include <string>

namespace spall::report {

// Numbers as a reader sees them, the same in every language. What is not a finite number is a dash;
// blanks inside a number or before its unit do not break.

/// Fixed number of decimals: 3.142. A true minus sign; never "-0".
[[nodiscard]] std::string decimal(double value, int digits);

/// About three significant digits: 0.00123, 12.3, 1 230.
[[nodiscard]] std::string compact(double value);

/// Whole number in groups of three: 2 675 684.
[[nodiscard]] std::string count(std::int64_t value);

/// A share as "93.2 %"; one more decimal below 1 %.
[[nodiscard]] std::string percent(double share);

/// The 95 % interval of a rate: "91.4–94.7 %"; a dash when it rests on nothing.
[[nodiscard]] std::string intervalText(const evaluate::Rate& rate);

/// "93.2 % (91.4–94.7 %)"; a dash when unset or resting on nothing.
[[nodiscard]] std::string rateText(const std::optional<evaluate::Rate>& rate);

/// The value alone: "93.2 %" or a dash.
[[nodiscard]] std::string rateValue(const std::optional<evaluate::Rate>& rate);

/// "12 (3.9–28; n = 5, 25 min)": interval, events and duration in brackets; a dash when unset.
[[nodiscard]] std::string hourlyText(const std::optional<evaluate::HourlyRate>& rate);

/// "0.32 s", "92 s", "12 min 5 s", "2 h 05 min".
[[nodiscard]] std::string durationText(Seconds duration);

/// "12 000 Hz".
[[nodiscard]] std::string hertzText(Hertz rate);

/// The last part of a path, whichever slash it uses.
[[nodiscard]] std::string fileName(const std::string& path);

} // namespace spall::report
