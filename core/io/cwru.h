// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <string>
#include <string_view>
#include <vector>

namespace spall::io {

/// What the name of a CWRU variable says: `X097_DE_time` -> record "097", quantity "DE_time";
/// empty record for any other name.
struct CwruName {
    std::string_view record;
    std::string_view quantity;
};

[[nodiscard]] CwruName parseCwruName(std::string_view variable);

/// The record numbers of the signals in a file, without repeats, in the order of the file.
[[nodiscard]] std::vector<std::string> cwruRecords(const std::vector<FoundVector>& vectors);

/// Keeps the variables of one record where a CWRU file holds several: the one whose number stands
/// in the file name, else the first, with a warning. Returns the number kept, empty for other
/// files.
std::string keepOneCwruRecord(FileContents& contents, std::string_view fileName);

} // namespace spall::io
