// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <span>
#include <vector>

namespace spall::signal {

/// Length of a segment and distance between the starts of neighbours, in samples; a distance above
/// the length skips samples, which is how a long recording becomes as many columns as a screen has.
struct SpectrogramOptions {
    SampleCount segment = 512;
    SampleCount step = 256;
};

/// Power spectral densities of successive segments, unit²/Hz.
struct Spectrogram {
    Hertz binWidth;
    Seconds firstCentre; ///< middle of the first segment
    Seconds frameStep;   ///< between the middles of neighbours
    int bins = 0;
    int frames = 0;
    std::vector<float> powers; ///< [frames, bins]

    [[nodiscard]] float at(int frame, int bin) const
    {
        return powers[static_cast<std::size_t>(frame) * static_cast<std::size_t>(bins) +
                      static_cast<std::size_t>(bin)];
    }
};

/// Spectra over time: periodic Hann window, mean removed per segment, no padding at the ends;
/// scipy.signal.spectrogram(x, rate, hann, segment, segment - step, detrend='constant').
/// errors: Usage (segment below 2, step below 1, rate not positive), TooFewSamples (shorter than a
/// segment).
[[nodiscard]] Result<Spectrogram>
spectrogram(std::span<const double> samples, Hertz rate, const SpectrogramOptions& options);

} // namespace spall::signal
