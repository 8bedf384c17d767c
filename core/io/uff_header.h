// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/number_format.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spall::io {

inline constexpr std::size_t kHeaderLines = 11;

/// What the eleven header lines of a data set 58 say.
struct UffHeader {
    std::string name;
    std::string unit;
    int function = 0; ///< 1: time response
    bool isTime = false;
    bool isComplex = false;
    bool isDouble = false;
    bool isEven = false;
    std::uint64_t count = 0;
    std::string step; ///< of the abscissa, as written
};

/// Where the numbers of a binary set 58b are and how they are written.
struct UffBinary {
    bool isBigEndian = false;
    bool isIeee = true;
    std::uint64_t bytes = 0;
};

/// Reads the header lines behind the set's number; nothing when they do not fit.
/// source: Structural Dynamics Research Lab, Universal File Format, data sets 58 and 58b.
[[nodiscard]] std::optional<UffHeader> parseUffHeader(const std::vector<std::string>& lines);

/// Reads the line "    58b ..."; nothing when it does not fit.
[[nodiscard]] std::optional<UffBinary> parseUffBinary(std::string_view line);

/// "auto spectrum" and the like, for the number of a function.
[[nodiscard]] std::string_view uffFunctionName(int function);

} // namespace spall::io
