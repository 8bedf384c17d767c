// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <filesystem>

namespace spall::app {

/// The grid that `spall detectability --json` wrote into a file. errors: FileUnreadable,
/// UnknownFormat.
[[nodiscard]] Result<report::DetectabilityGrid>
readDetectability(const std::filesystem::path& path);

} // namespace spall::app
