// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace spall::io {

/// The text itself where it is valid UTF-8, else read as GBK or Latin-1, which is what older
/// loggers write; control characters become blanks. Names and units go through it, as JSON and the
/// screen take nothing else.
[[nodiscard]] std::string asUtf8(std::string_view text);

/// True when text begins with a byte order mark of UTF-16 or is plain UTF-16 without one, or has
/// line ends of '\r' alone.
[[nodiscard]] bool needsTranscoding(std::string_view head);

/// UTF-16 of either byte order as UTF-8, and line ends of '\r' alone as '\n'.
[[nodiscard]] std::string transcoded(std::string bytes);

} // namespace spall::io
