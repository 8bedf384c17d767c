// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/print/paginator.h"

#include <vector>

namespace spall::ui::print {

/// Appends a table as one block a row, so that it can go on over the page: the heads come again on
/// each page, and neither the heads nor the last row stand alone. Columns of numbers are aligned at
/// their right.
void appendTable(std::vector<LaidBlock>& blocks, const report::Table& table, double width);

/// Widths of columns whose texts want `wanted` [n], sharing `width`: narrow ones get what they
/// want, wide ones share the rest and wrap. Each gets the width of its longest word, `least` [n],
/// as long as those fit.
[[nodiscard]] std::vector<double>
shareWidth(const std::vector<double>& wanted, const std::vector<double>& least, double width);

} // namespace spall::ui::print
