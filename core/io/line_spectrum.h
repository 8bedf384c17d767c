// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace spall::io {

/// How far narrow lines stand out of a signal's spectrum, in frequencies per sample so that no rate
/// is needed.
class LineSpectrum {
public:
    /// Takes the first 2^19 samples. in: samples [n], finite, n >= 64.
    explicit LineSpectrum(std::span<const double> samples);

    /// Width of a line in cycles per sample, 1/n.
    [[nodiscard]] double resolution() const { return m_resolution; }

    /// Natural logarithm of the amplitude over the median amplitude around, the largest within half
    /// a line width; NaN outside the part that is known (up to 0.2 cycles per sample).
    [[nodiscard]] double prominenceAt(double cyclesPerSample) const;

private:
    std::vector<float> m_prominence; ///< one value for each bin of the padded transform
    double m_binsPerCycle = 0.0;     ///< bins per cycle per sample
    double m_resolution = 0.0;
};

/// A series of harmonics found in a spectrum.
struct HarmonicFit {
    double strength = -1.0;   ///< 0 noise, 3 every harmonic stands far out and nothing between them
    double fundamental = 0.0; ///< cycles per sample
};

/// The strength of the harmonics 1..`count` of a fundamental: mean prominence on the harmonics,
/// less the mean half way between them and half of that a third of the way, so that neither a
/// multiple nor a part of the true fundamental scores as well as the true one.
[[nodiscard]] double harmonicStrength(const LineSpectrum& spectrum, double fundamental, int count);

/// The best fundamental between two frequencies, searched finely enough for the highest harmonic.
[[nodiscard]] HarmonicFit
bestHarmonics(const LineSpectrum& spectrum, double lowest, double highest, int count);

} // namespace spall::io
