// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace spall::io {

/// Whether a text is a unit that logged values come in, in capitals or not: "g", "m/s²", "mV".
[[nodiscard]] bool isUnit(std::string_view text);

/// Whether a text is a unit of acceleration or of velocity, in capitals or not: what comes in it
/// was measured and is no axis.
[[nodiscard]] bool isVibrationUnit(std::string_view text);

/// The sign of a unit that oscilloscopes write out: "Volt" -> "V"; other texts stay.
[[nodiscard]] std::string_view unitSymbol(std::string_view text);

/// A name that ends with the unit of its values: "time_ms", "acc/g", "fs kHz".
struct UnitSuffix {
    std::string_view name; ///< without unit and mark; the whole name when there is no unit
    std::string_view unit; ///< as written; empty when there is none
};

/// Parts a name and the unit behind its last `_`, `/`, comma or blank; only units of time,
/// frequency, speed and acceleration count, anything else belongs to the name.
[[nodiscard]] UnitSuffix unitSuffixOf(std::string_view name);

} // namespace spall::io
