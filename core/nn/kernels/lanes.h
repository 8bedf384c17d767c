// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

// Eight numbers at a time, for loops that a library call a step would drown in overhead.

/// A function that is compiled once for the plain processor and once for one with AVX2 and fused
/// products; which one runs is decided when the program is loaded.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define SPALL_WIDE __attribute__((target_clones("default", "arch=x86-64-v3")))
#else
#define SPALL_WIDE
#endif
#define SPALL_INLINE inline __attribute__((always_inline))

namespace spall::nn::kernels {

inline constexpr std::int64_t kLanes = 8;
using Lanes = float __attribute__((vector_size(32)));
using IntLanes = std::int32_t __attribute__((vector_size(32)));
using BitLanes = std::uint32_t __attribute__((vector_size(32)));

SPALL_INLINE Lanes load(const float* from)
{
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

SPALL_INLINE void store(float* to, Lanes lanes)
{
    std::memcpy(to, &lanes, sizeof lanes);
}

SPALL_INLINE float sum(Lanes lanes)
{
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) +
           ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

SPALL_INLINE Lanes larger(Lanes a, Lanes b)
{
    return a > b ? a : b;
}

SPALL_INLINE Lanes smaller(Lanes a, Lanes b)
{
    return a < b ? a : b;
}

/// e^x for |x| <= 87, beyond that of the nearest such x; relative error below 2e-7: two to the
/// nearest whole power times the Taylor series of degree 7 of the rest.
SPALL_INLINE Lanes exponential(Lanes x)
{
    constexpr float kLog2E = 1.44269504F;
    constexpr float kHighLn2 = 0.693359375F; // few bits, so that its multiples are exact
    constexpr float kLowLn2 = -2.12194440e-4F;
    constexpr float kMagic = 12582912.0F; // adding it rounds to a whole number
    const Lanes bounded = smaller(larger(x, Lanes{} - 87.0F), Lanes{} + 87.0F);
    const Lanes shifted = bounded * kLog2E + kMagic;
    const Lanes power = shifted - kMagic;
    const Lanes rest = bounded - power * kHighLn2 - power * kLowLn2;
    Lanes series = rest * (1.0F / 5040.0F) + 1.0F / 720.0F;
    series = series * rest + 1.0F / 120.0F;
    series = series * rest + 1.0F / 24.0F;
    series = series * rest + 1.0F / 6.0F;
    series = series * rest + 0.5F;
    series = series * rest + 1.0F;
    series = series * rest + 1.0F;
    const IntLanes bits = (__builtin_convertvector(power, IntLanes) + 127) << 23;
    Lanes scale;
    std::memcpy(&scale, &bits, sizeof scale);
    return series * scale;
}

SPALL_INLINE Lanes sigmoid(Lanes x)
{
    return 1.0F / (1.0F + exponential(-x));
}

SPALL_INLINE Lanes hyperbolicTangent(Lanes x)
{
    return 1.0F - 2.0F / (1.0F + exponential(x + x));
}

} // namespace spall::nn::kernels
