// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <filesystem>
#include <string>

namespace spall::report {

/// The report as one HTML document with inline figures and style; loads nothing from anywhere.
[[nodiscard]] std::string toHtml(const Report& report);

/// Writes it. errors: WriteFailed.
[[nodiscard]] Status writeHtml(const std::filesystem::path& path, const Report& report);

} // namespace spall::report
