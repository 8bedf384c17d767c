// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <optional>
#include <span>
#include <string>

namespace spall::io {

/// What a signal itself says about its rate.
struct RateEvidence {
    Hertz rate;
    double strength = 0.0;      ///< of the best rate: shaft harmonics and half of the mains lines
    double lead = 0.0;          ///< strength above the next rate
    double shaftStrength = 0.0; ///< see `HarmonicFit`
    double mainsStrength = 0.0;
    int mains = 0;  ///< 50 or 60 Hz, whose second harmonic and its multiples are looked for
    Rpm shaftSpeed; ///< at which the harmonics fit best
    bool isOneOfTwo =
        false;       ///< another mains frequency explains the signal as well at another rate
    Hertz otherRate; ///< that rate
};

/// Tries every usual rate: only at the true one do the harmonics of the known shaft speed (within
/// 0.6 %) fall on lines of the spectrum, and the lines of the mains on multiples of 100 or 120 Hz.
/// Without a known speed, those of induction motors are tried (1 to 6 % below 1000, 1200, 1500,
/// 1800, 3000 or 3600 rpm); as a rate and a mains frequency that are both a fifth higher fit as
/// well, the more usual rate is taken. Hum that a record is too short to tell from the shaft counts
/// for nothing. `hinted` is a rate that names suggest; it starts with a
/// small lead.
[[nodiscard]] RateEvidence rateEvidence(std::span<const double> samples,
                                        std::optional<Rpm> shaftSpeed,
                                        std::optional<Hertz> hinted);

/// True when the evidence is far above what noise gives.
[[nodiscard]] bool isConvincing(const RateEvidence& evidence, bool isSpeedKnown);

} // namespace spall::io
