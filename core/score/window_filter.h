// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/front.h"
#include "core/signal/fft.h"

#include <complex>
#include <span>
#include <vector>

namespace spall::score {

/// Smallest length from `length` up that is even and has no prime factor above 5, so that its FFT
/// is quick.
[[nodiscard]] std::size_t quickFftLength(SampleCount length);

/// One AR filter made ready for many windows of one length, by FFT. Samples after the first `order`
/// need no padding against wrap-around, so the FFT is no longer than the window.
class WindowFilter {
public:
    WindowFilter(const ArFilter& filter, SampleCount length);

    /// Residual [length - order] from `signal::realFft` of the window padded with zeros to
    /// `quickFftLength(length)`.
    [[nodiscard]] std::vector<float> apply(std::span<const std::complex<double>> spectrum) const;

    /// Residual of every sample [length]: those that have `order` samples before them are predicted
    /// from these, the first `order` from as many samples after them. `order` ≤ length/2.
    [[nodiscard]] std::vector<float>
    applyBothWays(std::span<const std::complex<double>> spectrum) const;

private:
    /// Circular residual over the padded window, forwards or (conjugate response) backwards.
    [[nodiscard]] std::vector<double> filtered(std::span<const std::complex<double>> spectrum,
                                               bool backwards) const;

    std::size_t m_length;
    std::size_t m_order;
    signal::RealFft m_fft;
    signal::RealFft::Spectrum m_response; ///< scaled by 1 / deviation and by 1 / the FFT's length
};

/// Spectrum of a window as `WindowFilter::apply` wants it.
[[nodiscard]] std::vector<std::complex<double>> windowSpectrum(std::span<const float> window);

} // namespace spall::score
