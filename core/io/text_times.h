// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace spall::io {

/// Seconds from a date with time (since 1970, the time zone left aside), a time of day or a time
/// passed: "2013-07-04 01:02:03.5+02:00", "04.07.2013 01:02:03", "7/4/2013 1:02:03 PM",
/// "04-Jul-2013 01:02:03", "20130704 010203.5", "01:02:03.25", "01:02:03:250", "02:03.25",
/// "0 days 01:02:03".
[[nodiscard]] std::optional<double> secondsIn(std::string_view field);

/// Whether a text has the form of a time, one that `secondsIn` knows or another.
[[nodiscard]] bool looksLikeTime(std::string_view field);

} // namespace spall::io
