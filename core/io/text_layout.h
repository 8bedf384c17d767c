// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/text_fields.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spall::io {

/// One column of a text table.
struct TextColumn {
    std::string name; ///< heading without its unit; empty when there is none
    std::string unit; ///< from "acc (g)" or "acc [m/s2]", or a row of units below the headings
    FieldKind kind = FieldKind::Number;
    std::string unreadTime = {}; ///< first field of a column of text that looks like times
};

/// How a text file is laid out.
struct TextLayout {
    TextDialect dialect;
    std::vector<TextColumn> columns;
    std::uint64_t dataOffset = 0;      ///< bytes before the first row of numbers
    std::int64_t firstDataLine = 1;    ///< counted from 1
    std::vector<std::string> preamble; ///< the lines before the first row, and what others state
    std::string statedUnit;            ///< of all signals: "unit: g" in front of the table
};

/// Finds out how a table is written from the beginning of its file: separator, decimal mark,
/// headings, units, first row. errors: UnknownFormat (no rows of numbers).
[[nodiscard]] Result<TextLayout> layoutOf(std::string_view head, const std::string& where);

} // namespace spall::io
