// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/text_times.h"

#include <optional>
#include <string_view>
#include <vector>

namespace spall::io {

/// What serial monitors write between a time and a line.
constexpr std::string_view kArrow = " -> ";

/// How a line of text is cut and its numbers are written.
struct TextDialect {
    char separator = ','; ///< ',', ';', '|', tab, or ' ' for runs of blanks
    bool hasDecimalComma = false;
    bool hasArrow = false; ///< the time stands in front of " -> ", as serial monitors write it
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

/// The number in a field, alone or with a unit; nothing if it holds none or is far too long for
/// one.
[[nodiscard]] std::optional<double> numberIn(std::string_view field, const TextDialect& dialect);

/// "1,234.5", or "1.234,5" with the comma as `mark`: thousands in groups of three. Nothing where
/// the groups are of another size.
[[nodiscard]] std::optional<double> groupedNumber(std::string_view field, char mark);

/// The unit that stands behind the number in a field, "0.027 g"; empty when there is none.
[[nodiscard]] std::string_view unitOfCell(std::string_view field);

/// True for lines that are no data: blank ones and those that begin with '#', '%', "//" or '*'.
[[nodiscard]] bool isCommentLine(std::string_view line);

/// The same in a table of which the separator is known: elsewhere ';' begins comments too.
[[nodiscard]] bool isCommentLine(std::string_view line, const TextDialect& dialect);

} // namespace spall::io
