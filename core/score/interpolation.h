// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/front.h"
#include "core/signal/fft.h"

#include <span>
#include <vector>

namespace spall::score {

/// What a window holds beyond what healthy signal makes of it: every sample minus its best linear
/// interpolation from all other samples of the window, in healthy deviations of that error. This is
/// R⁻¹x divided by the root of R⁻¹'s diagonal, R the Toeplitz autocovariance of healthy windows.
class Interpolation {
public:
    /// R is the autocovariance that `filter` (of any order below `length`) predicts.
    Interpolation(const ArFilter& filter, SampleCount length);

    /// [length] from a window [length].
    [[nodiscard]] std::vector<float> apply(std::span<const float> window) const;

private:
    using Spectrum = signal::RealFft::Spectrum;
    /// Spectrum of Tᵀ x cut to `length` samples, T lower triangular Toeplitz with response `taps`.
    [[nodiscard]] Spectrum correlate(const Spectrum& taps, const Spectrum& window) const;

    std::size_t m_length;
    signal::RealFft m_fft;
    Spectrum m_forward;          ///< of 1, a_1 … a_{n-1}, over the length of the FFT
    Spectrum m_backward;         ///< of 0, a_{n-1} … a_1
    std::vector<double> m_scale; ///< 1 / root of the diagonal [length]
};

} // namespace spall::score
