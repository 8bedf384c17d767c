// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <vector>

namespace spall::report {

/// A series cut at its unknown values and thinned to what `columns` columns over its own range can
/// show, so that a page stays small however long the recording is.
/// Lines and bands keep the smallest and largest value of each column, bars the largest, points at
/// most four a column. Each piece has only finite values; none is empty.
[[nodiscard]] std::vector<Series> drawablePieces(const Series& series, int columns);

} // namespace spall::report
