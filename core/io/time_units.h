// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace spall::io {

/// Seconds in one unit of time, in letters as loggers write it: "ms", "micros", "Sekunde". Nothing
/// for other units.
[[nodiscard]] std::optional<double> secondsInUnit(std::string_view unit);

/// A unit that nobody wrote down.
struct SizedUnit {
    double seconds = 1.0;
    std::string_view name; ///< "milliseconds since 1970"
};

/// What the size of bare times tells: parts of a second since 1970, or the days of a spreadsheet or
/// of MATLAB where seconds would rise faster than any logger. Nothing for plain seconds.
[[nodiscard]] std::optional<SizedUnit> unitBySize(std::span<const double> times);

} // namespace spall::io
