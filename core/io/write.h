// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signal/recording.h"

#include <filesystem>

namespace spall::io {

/// Writes every channel, the rate (`fs`) and the shaft speed (`RPM`) as a MAT v5 file, atomically.
/// errors: WriteFailed.
[[nodiscard]] Status writeMat(const std::filesystem::path& path,
                              const signal::Recording& recording);

} // namespace spall::io
