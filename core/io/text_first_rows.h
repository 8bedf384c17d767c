// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/text_layout.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spall::io {

/// The row where the values begin: `first`, or a later one where that is a heading of numbers
/// ("0,1" of a data frame) or states the rate in every column ("25600,25600", added to `preamble`).
[[nodiscard]] std::size_t firstDataRow(std::span<const std::string_view> lines,
                                       std::size_t first,
                                       const TextDialect& dialect,
                                       std::vector<std::string>& preamble);

/// What only the rows themselves tell: units behind the numbers, words with a number beside the
/// first rows (oscilloscopes), and columns of times that cannot be read.
void lookIntoRows(std::span<const std::string_view> lines, TextLayout& layout);

} // namespace spall::io
