// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/byte_source.h"
#include "core/io/number_format.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spall::io {

/// One number, or one named field of a record, in a NumPy array.
struct NpyField {
    std::string name;                   ///< empty where the array holds plain numbers
    std::optional<NumberFormat> number; ///< nothing: text, complex numbers, objects
    std::size_t bytes = 0;
    std::string_view kind = {}; ///< what it is instead of a number
};

/// What the header of a NumPy array says.
struct NpyHeader {
    std::vector<NpyField> fields;
    std::vector<std::uint64_t> shape;
    bool isColumnMajor = false; ///< "Fortran order"
};

/// Reads the header in front of an array. Nothing when it is none.
/// source: NumPy enhancement proposal 1, versions 1 to 3 of the format.
[[nodiscard]] std::optional<NpyHeader> readNpyHeader(ByteSource& source);

/// The header's text, a literal of Python.
[[nodiscard]] std::optional<NpyHeader> parseNpyHeader(std::string_view text);

} // namespace spall::io
