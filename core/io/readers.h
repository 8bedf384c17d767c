// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

namespace spall::io {

/// Every reader there is, the pickiest first.
[[nodiscard]] std::span<const Reader* const> allReaders();

/// The reader that recognises these first bytes. errors: UnknownFormat (empty file, no
/// reader; says what it is where the kind is known).
[[nodiscard]] Result<const Reader*> readerFor(std::span<const std::byte> head,
                                              const std::filesystem::path& path);

} // namespace spall::io
