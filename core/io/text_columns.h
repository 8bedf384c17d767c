// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"
#include "core/io/text_table.h"

namespace spall::io {

/// Tells signals from times, counters and shaft speeds in a table of columns. Knows headings in
/// several languages, columns that rise evenly, and the layout hour, minute, second, microsecond,
/// signal... of the FEMTO bearings.
[[nodiscard]] FileContents interpretColumns(TextTable table, const TextLayout& layout);

} // namespace spall::io
