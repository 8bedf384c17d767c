// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <string>
#include <vector>

namespace spall::io {

/// Finds named numbers in the lines in front of a table: "Sampling rate: 25.6 kHz", "fs=12000",
/// "Speed;1500 rpm", "dt: 1/25600 s", {"fs": 25600, "rpm": 1480}. Units of time and frequency
/// become seconds and hertz; "25,600" is taken for thousands where it must be, which is told.
void readPreamble(const std::vector<std::string>& lines, FileContents& contents);

} // namespace spall::io
