// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/contents.h"
#include "core/io/number_format.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string_view>

namespace spall::io {

/// How samples lie in a file without a header: channels side by side, behind some bytes to skip.
struct RawLayout {
    NumberFormat number;
    std::size_t channels = 1;
    std::uint64_t skippedBytes = 0;
    friend bool operator==(const RawLayout&, const RawLayout&) = default;
};

/// Reads "f32le", "i16be", "u8", "i24lex4" (4 channels side by side) or "f64le+512" (512 bytes
/// skipped first); little-endian where nothing is said. Nothing for any other text.
[[nodiscard]] std::optional<RawLayout> parseRawLayout(std::string_view text);

/// Reads a file without a header as its user describes it. It is no `Reader`: nothing in such a
/// file tells what it is. errors: FileUnreadable, TooFewSamples (not one row), Cancelled.
[[nodiscard]] Result<FileContents>
readRaw(const std::filesystem::path& path, const RawLayout& layout, const std::stop_token& stop);

} // namespace spall::io
