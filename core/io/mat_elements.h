// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/mat_check.h"

#include <cstdint>
#include <istream>
#include <span>
#include <stop_token>
#include <string>

namespace spall::io {

/// True when 20 bytes can be the header of a level 4 variable of either byte order.
[[nodiscard]] bool looksLikeLevel4(std::span<const char> header);

/// Walks the variables of a level 4 file of `size` bytes. errors: FileUnreadable.
[[nodiscard]] Status checkLevel4(std::istream& file, std::uint64_t size, const std::string& where);

/// Walks the elements behind the 128-byte header of a level 5 file of `size` bytes; tells whether
/// any of them is compressed, which are objects of MATLAB, and whether zeros follow behind the
/// last. errors: FileUnreadable, Cancelled.
[[nodiscard]] Result<MatCheck> checkLevel5(std::istream& file,
                                           std::uint64_t size,
                                           const std::string& where,
                                           const std::stop_token& stop);

} // namespace spall::io
