// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <span>
#include <vector>

namespace spall::signal {

/// Values at equally spaced frequencies from 0.
struct Spectrum {
    Hertz binWidth;
    std::vector<double> values;
};

/// A band of frequencies, 0 <= low < high <= rate/2.
struct Band {
    Hertz low;
    Hertz high;
};

/// Welch power spectral density, periodic Hann window, half overlap, mean removed per segment:
/// scipy.signal.welch(x, rate, 'hann', segment, detrend='constant'). unit²/Hz, [segment/2 + 1].
/// errors: TooFewSamples (shorter than a segment).
[[nodiscard]] Result<Spectrum>
powerSpectrum(std::span<const double> samples, Hertz rate, SampleCount segment);

/// Amplitude spectrum of the squared envelope of a band: one-sided inverse FFT of the band (an
/// ideal filter), squared magnitude, mean removed, |FFT|/n·2 (Randall & Antoni 2011, §5).
/// out: [n/2 + 1] bins of width rate/n, unit².
/// errors: Usage (band outside 0..rate/2), TooFewSamples (< 64).
[[nodiscard]] Result<Spectrum>
squaredEnvelopeSpectrum(std::span<const double> samples, Hertz rate, Band band);

} // namespace spall::signal
