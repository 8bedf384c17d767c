// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace spall {

/// An ASCII digit, whatever the locale.
[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Without the blanks, tabs and line ends on either side.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A field of a CSV row, in quotes where it would otherwise break the row (RFC 4180) or lose blanks
/// at its ends.
[[nodiscard]] std::string quoted(const std::string& text);

} // namespace spall
