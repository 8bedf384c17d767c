// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signal/spectrum.h"

#include <span>
#include <vector>

namespace spall::signal {

/// Kurtosis of all bands of one width: band i covers i to i + 1 times rate/2/bands.
struct KurtogramRow {
    int bands = 1;
    std::vector<double> kurtosis; ///< [bands]
};

/// Where in the spectrum a signal is impulsive, band by band.
struct Kurtogram {
    Hertz rate;
    std::vector<KurtogramRow> rows; ///< from the whole spectrum to the narrowest bands
    Band best; ///< proposed for an envelope spectrum; of the bands that carry signal
    double bestKurtosis = 0.0;

    /// The frequencies of one band of one row.
    [[nodiscard]] Band band(std::size_t row, std::size_t index) const;
};

/// Fast kurtogram over 1, 2, 3, 4, 6, 8, 12 … 2^levels bands (Antoni 2007), with ideal filters in
/// the FFT instead of his short ones: bins floor(i·n/2B) to floor((i+1)·n/2B) of n samples make
/// band i of B; bin 0 is left out. Kurtosis is that of the complex envelope c,
/// mean |c|⁴ / (mean |c|²)² - 2: 0 for Gaussian noise, -1 for a tone.
/// errors: Usage (levels outside 1 to 10, rate not positive), TooFewSamples (less than 32 samples
/// per narrowest band).
[[nodiscard]] Result<Kurtogram> kurtogram(std::span<const double> samples, Hertz rate, int levels);

} // namespace spall::signal
