// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <span>

namespace spall::io {

/// What a file is that no reader here reads, and what to do with it: archives, spreadsheets, web
/// pages, pictures, pointers to files that were never fetched. Nothing for files of unknown kinds.
/// The error has no place.
[[nodiscard]] std::optional<Error> foreignKindOf(std::span<const std::byte> head);

} // namespace spall::io
