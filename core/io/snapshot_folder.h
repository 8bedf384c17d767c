// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/contents.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::io {

/// The files of a folder that are pieces of one run, and those that are not.
struct SnapshotList {
    std::vector<std::filesystem::path> files; ///< in the order they were taken
    std::vector<std::string> others = {};
};

/// The files whose names differ in numbers only, of the kind with the most bytes (accelerations
/// before temperatures); or the only file that there is.
/// errors: FileUnreadable (an empty folder, one of folders, not two such files).
[[nodiscard]] Result<SnapshotList> listSnapshots(const std::filesystem::path& folder);

/// Reads them one behind the other, each a piece of its own, with the times they were taken: from a
/// date in the file name (IMS), a clock in the file (FEMTO), the number in the file name where the
/// set is known to be taken by the minute (XJTU-SY), columns of times that go on from file to file,
/// else one directly behind the other (`isSpacingKnown` is false then). Files that cannot be read,
/// or hold other channels, are left out with a warning. errors: FileUnreadable, UnknownFormat (none
/// can be read), Cancelled.
[[nodiscard]] Result<FileContents> readSnapshots(const std::vector<std::filesystem::path>& files,
                                                 const std::stop_token& stop,
                                                 const ProgressSink& progress);

} // namespace spall::io
