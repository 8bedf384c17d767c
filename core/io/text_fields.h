// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace spall::io {

/// How a line of text is cut and its numbers are written.
struct TextDialect {
    char separator = ','; ///< ',', ';', tab, or ' ' for runs of blanks
    bool hasDecimalComma = false;
    friend bool operator==(const TextDialect&, const TextDialect&) = default;
};

/// What one field holds. `Empty` covers NA, NaN and the like.
enum class FieldKind { Number, Time, Empty, Text };

/// Without surrounding blanks and quotes.
[[nodiscard]] std::string_view trimmedField(std::string_view field);

/// The fields of one line (without its end); quotes protect separators.
[[nodiscard]] std::vector<std::string_view> splitLine(std::string_view line,
                                                      const TextDialect& dialect);

[[nodiscard]] FieldKind kindOf(std::string_view field, const TextDialect& dialect);

/// The number in a field, nothing if it holds none.
[[nodiscard]] std::optional<double> numberIn(std::string_view field, const TextDialect& dialect);

/// Seconds from a date with time (since 1970, no time zone) or a time of day: "2013-07-04
/// 01:02:03.5", "04.07.2013 01:02:03", "2013/07/04T01:02:03Z", "01:02:03.25".
[[nodiscard]] std::optional<double> secondsIn(std::string_view field);

/// True for lines that are no data: blank ones and those that begin with '#', '%', "//" or '*'.
[[nodiscard]] bool isCommentLine(std::string_view line);

} // namespace spall::io
