// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/text_layout.h"

#include <span>
#include <string_view>

namespace spall::io {

/// "acc (g)" -> {"acc", "g"}; also "acc [g] raw" and "acc in g".
[[nodiscard]] TextColumn parseHeading(std::string_view heading);

/// The names and units of columns of these kinds in the lines above them: the last row with as many
/// fields, or the one above a row of units. Numbers between units are added to `preamble` as
/// "Increment=3.9e-05".
[[nodiscard]] std::vector<TextColumn> headingsOf(std::span<const std::string_view> above,
                                                 const TextDialect& dialect,
                                                 std::span<const FieldKind> kinds,
                                                 std::vector<std::string>& preamble);

/// The unit that a line states for all signals, "# unit: m/s^2" or "Unit,g"; empty without one.
[[nodiscard]] std::string statedUnit(std::span<const std::string_view> above);

} // namespace spall::io
