// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <istream>
#include <optional>

namespace spall::io {

/// Signals that stand in rows instead of columns: a few long lines of numbers, each with its name
/// in front or none, in brackets as Python and NumPy print a list. Nothing for other texts, which
/// are then read from their beginning again.
[[nodiscard]] std::optional<FileContents> readSignalRows(std::istream& file);

} // namespace spall::io
