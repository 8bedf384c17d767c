// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <array>
#include <optional>

namespace spall::io {

/// Sampling rates that data loggers and published bearing sets use, in Hz, ascending.
constexpr std::array<double, 37> kUsualRates{
    1000,  1024,  2000,  2048,  2500,  2560,  4000,  4096,  5000,  5120,  6400,  8000,  8192,
    10000, 10240, 12000, 12800, 16000, 16384, 20000, 20480, 24000, 25000, 25600, 32000, 40000,
    42000, 44100, 48000, 48828, 50000, 51200, 64000, 65536, 96000, 97656, 102400};

/// Those that a person is offered to choose from. No recording is guessed to have 100 kHz: beside
/// 97656 and 102400 Hz such a guess would say little.
constexpr std::array<double, 16> kOfferedRates{5120,
                                               8000,
                                               10000,
                                               12000,
                                               12800,
                                               16000,
                                               20000,
                                               20480,
                                               25600,
                                               48000,
                                               50000,
                                               51200,
                                               64000,
                                               97656,
                                               100000,
                                               102400};

/// The usual rate within `tolerance` (relative) of a measured one, if there is one.
[[nodiscard]] constexpr std::optional<Hertz> usualRateNear(Hertz measured, double tolerance)
{
    for (const double usual : kUsualRates) {
        const double off = measured.value > usual ? measured.value - usual : usual - measured.value;
        if (off <= tolerance * usual) {
            return Hertz{usual};
        }
    }
    return std::nullopt;
}

} // namespace spall::io
