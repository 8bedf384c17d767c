// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spall {

/// SHA-256 of a file's bytes as 64 hexadecimal digits. errors: FileUnreadable, Cancelled.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path,
                                               const std::stop_token& stop = {});

/// SHA-256 of bytes in memory as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);

/// The whole file. errors: FileUnreadable (missing, a folder, or longer than `limit` bytes).
[[nodiscard]] Result<std::vector<std::byte>> readFile(const std::filesystem::path& path,
                                                      std::size_t limit = SIZE_MAX);

/// Replaces `path` by these bytes so that a reader sees the old file or the new one, never a half:
/// written beside it, flushed to the disk, renamed. Where `path` is a link, the file that it leads
/// to is replaced; a device or a pipe is written to as it stands. errors: WriteFailed.
[[nodiscard]] Status writeFileAtomically(const std::filesystem::path& path,
                                         std::span<const std::byte> bytes);

/// The same for text.
[[nodiscard]] Status writeFileAtomically(const std::filesystem::path& path,
                                         const std::string& text);

/// The same for bytes that lie in several places, one behind the other in the file.
[[nodiscard]] Status writePiecesAtomically(const std::filesystem::path& path,
                                           std::span<const std::span<const std::byte>> pieces);

} // namespace spall
