// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace spall::io {

enum class NumberKind : std::uint8_t { Unsigned, Signed, Float };

/// How a number is written in a binary file.
struct NumberFormat {
    NumberKind kind = NumberKind::Float;
    std::size_t bytes = 8;
    bool isBigEndian = false;
    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// True for floats of 2, 4 and 8 bytes and whole numbers of 1, 2, 3, 4 and 8 bytes.
[[nodiscard]] bool isReadable(const NumberFormat& format);

/// The numbers that begin at `first` and every `stride` bytes behind it; the bytes up to
/// `first + (into.size() - 1) * stride + format.bytes` must be there. `format` is readable.
void decodeNumbers(const char* first,
                   std::size_t stride,
                   const NumberFormat& format,
                   std::span<double> into);

/// One number. `format` is readable.
[[nodiscard]] double decodeNumber(const char* at, const NumberFormat& format);

/// A whole number without sign of up to 8 bytes.
[[nodiscard]] std::uint64_t
decodeUnsigned(const char* at, std::size_t bytes, bool isBigEndian = false);

} // namespace spall::io
