// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace spall {

/// A number that carries its unit in its type, so that a rate is never taken for a duration.
template <typename Tag> struct Quantity {
    double value = 0.0;
    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
};

using Hertz = Quantity<struct HertzTag>;
using Seconds = Quantity<struct SecondsTag>;
using Rpm = Quantity<struct RpmTag>;
/// Level relative to the healthy standard deviation, 20·log10 of an amplitude ratio.
using Decibel = Quantity<struct DecibelTag>;

/// Position of a sample in a channel; signed so that differences are ordinary numbers.
using SampleIndex = std::int64_t;
/// Number of samples.
using SampleCount = std::int64_t;

/// Duration of `count` samples at `rate`.
[[nodiscard]] constexpr Seconds duration(SampleCount count, Hertz rate)
{
    return Seconds{static_cast<double>(count) / rate.value};
}

/// Shaft turns per second.
[[nodiscard]] constexpr Hertz frequency(Rpm speed)
{
    return Hertz{speed.value / 60.0};
}

} // namespace spall
