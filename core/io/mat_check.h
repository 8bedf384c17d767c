// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::io {

/// What the header of a MAT file says about its container.
enum class MatContainer { Level4, Level5, Level5Compressed, Hdf5 };

/// What the walk through a MAT file found beside that it is sound.
struct MatCheck {
    MatContainer container = MatContainer::Level5;
    std::vector<std::string> objects = {}; ///< objects of MATLAB, with how to save them otherwise
    bool endsInZeros = false;              ///< zeros fill the file up behind its last element
};

/// Walks a MAT file (level 4 or 5) before the library that reads it sees it: every element lies
/// inside its parent, declared dimensions agree with the bytes that follow, compressed elements
/// inflate to the end with a right checksum, nesting and total size are bounded. HDF5 containers
/// pass after their signature. Why: the reading library trusts sizes in the file, and a 30 KB file
/// could make it ask for 4 GB. source: The MathWorks, "MAT-File Format", level 5 and level 4.
/// errors: FileUnreadable (damaged; says where), UnknownFormat (no MAT file), Cancelled.
[[nodiscard]] Result<MatCheck> checkMat(const std::filesystem::path& path,
                                        const std::stop_token& stop = {});

} // namespace spall::io
