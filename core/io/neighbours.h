// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

namespace spall::io {

/// Gives vectors that are stored as `Data` or `Values` beside a text `Name` that name as their
/// title, and takes a text `Unit` beside a vector for its unit: "Y(7).Data" is "vibration_1" where
/// "Y(7).Name" says so. Lists of names and units beside a matrix, "channels{2}", are of its
/// columns.
void nameByNeighbours(FileContents& contents);

} // namespace spall::io
