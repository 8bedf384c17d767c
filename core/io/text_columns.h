// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"
#include "core/io/text_table.h"

namespace spall::io {

/// Makes vectors of the columns of a table. Knows the layout hour, minute, second, microsecond,
/// signal... of the FEMTO bearings; what else is no signal is `takeOutAxes`'s business.
[[nodiscard]] FileContents interpretColumns(TextTable table, const TextLayout& layout);

} // namespace spall::io
