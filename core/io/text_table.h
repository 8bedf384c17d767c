// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/text_layout.h"

#include <istream>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::io {

/// The numbers of a text file, column by column; columns of text stay empty.
struct TextTable {
    std::vector<std::vector<double>> columns; ///< [column][row]; times in seconds
    std::vector<std::int64_t> firstBadLine;   ///< [column]; 0 where every value is finite
    std::vector<std::string> warnings;
};

/// Reads all rows in pieces of a megabyte; rows without a number in a field get NaN there.
/// errors: UnknownFormat (a row of another shape, with its line), Cancelled.
[[nodiscard]] Result<TextTable> readTable(std::istream& file,
                                          const TextLayout& layout,
                                          const std::string& where,
                                          const std::stop_token& stop);

} // namespace spall::io
