// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/number_format.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace spall::io {
namespace {

template <typename Bits> Bits reversed(Bits bits)
{
    Bits result = 0;
    for (std::size_t i = 0; i < sizeof(Bits); ++i) {
        result = static_cast<Bits>(static_cast<Bits>(result << 8U) | (bits & 0xFFU));
        bits = static_cast<Bits>(bits >> 8U);
    }
    return result;
}

struct Place {
    const char* first;
    std::size_t stride;
    bool isSwapped;
};

/// Every value as `Number`, whose bits have the width of `Bits`.
template <typename Number, typename Bits> void decodeAs(const Place& place, std::span<double> into)
{
    const char* at = place.first;
    for (double& value : into) {
        Bits bits = 0;
        std::memcpy(&bits, at, sizeof bits);
        if constexpr (sizeof(Bits) > 1) {
            bits = place.isSwapped ? reversed(bits) : bits;
        }
        value = static_cast<double>(std::bit_cast<Number>(bits));
        at += place.stride;
    }
}

/// Half precision: 1 sign, 5 exponent, 10 fraction bits. source: IEEE 754-2008, binary16.
double halfToDouble(std::uint16_t bits)
{
    const int exponent = (bits >> 10U) & 0x1F;
    const double fraction = bits & 0x3FF;
    double magnitude = 0.0;
    if (exponent == 0) {
        magnitude = std::ldexp(fraction, -24);
    } else if (exponent == 31) {
        magnitude = fraction == 0.0 ? HUGE_VAL : std::nan("");
    } else {
        magnitude = std::ldexp(fraction + 1024.0, exponent - 25);
    }
    return (bits & 0x8000U) != 0 ? -magnitude : magnitude;
}

void decodeHalves(const Place& place, std::span<double> into)
{
    for (std::size_t i = 0; i < into.size(); ++i) {
        std::uint16_t bits = 0;
        std::memcpy(&bits, place.first + i * place.stride, sizeof bits);
        into[i] = halfToDouble(place.isSwapped ? reversed(bits) : bits);
    }
}

void decodeThreeBytes(const Place& place, const NumberFormat& format, std::span<double> into)
{
    for (std::size_t i = 0; i < into.size(); ++i) {
        const auto bits = static_cast<std::int32_t>(
            decodeUnsigned(place.first + i * place.stride, 3, format.isBigEndian));
        const bool isNegative = format.kind == NumberKind::Signed && (bits & 0x800000) != 0;
        into[i] = static_cast<double>(isNegative ? bits - 0x1000000 : bits);
    }
}

template <typename Signed, typename Bits>
void decodeWhole(const Place& place, NumberKind kind, std::span<double> into)
{
    if (kind == NumberKind::Signed) {
        decodeAs<Signed, Bits>(place, into);
    } else {
        decodeAs<Bits, Bits>(place, into);
    }
}

} // namespace

bool isReadable(const NumberFormat& format)
{
    if (format.kind == NumberKind::Float) {
        return format.bytes == 2 || format.bytes == 4 || format.bytes == 8;
    }
    return (format.bytes >= 1 && format.bytes <= 4) || format.bytes == 8;
}

void decodeNumbers(const char* first,
                   std::size_t stride,
                   const NumberFormat& format,
                   std::span<double> into)
{
    const bool isHostBig = std::endian::native == std::endian::big;
    const Place place{first, stride, format.isBigEndian != isHostBig};
    const bool isFloat = format.kind == NumberKind::Float;
    switch (format.bytes) {
    case 1:
        return decodeWhole<std::int8_t, std::uint8_t>(place, format.kind, into);
    case 2:
        return isFloat ? decodeHalves(place, into)
                       : decodeWhole<std::int16_t, std::uint16_t>(place, format.kind, into);
    case 3:
        return decodeThreeBytes(place, format, into);
    case 4:
        return isFloat ? decodeAs<float, std::uint32_t>(place, into)
                       : decodeWhole<std::int32_t, std::uint32_t>(place, format.kind, into);
    default:
        return isFloat ? decodeAs<double, std::uint64_t>(place, into)
                       : decodeWhole<std::int64_t, std::uint64_t>(place, format.kind, into);
    }
}

double decodeNumber(const char* at, const NumberFormat& format)
{
    double value = 0.0;
    decodeNumbers(at, format.bytes, format, {&value, 1});
    return value;
}

std::uint64_t decodeUnsigned(const char* at, std::size_t bytes, bool isBigEndian)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        const char byte = at[isBigEndian ? i : bytes - 1 - i];
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    return value;
}

} // namespace spall::io
