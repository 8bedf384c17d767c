// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace spall {

/// The whole text as a number with a decimal point, whatever the locale; surrounding blanks are
/// allowed, anything else makes it no number.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// The whole text as a decimal integer.
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);

} // namespace spall
