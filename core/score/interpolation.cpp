// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/interpolation.h"

#include "core/score/window_filter.h"
#include "core/signal/fft.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace spall::score {
namespace {

constexpr double kSmallestDiagonal = 1e-12; ///< of R⁻¹, in units of its first entry

/// Written out: the library's complex product also looks after infinities, at ten times the cost.
std::complex<double> times(const std::complex<double>& a, const std::complex<double>& b)
{
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

} // namespace

// Gohberg & Semencul 1972: R⁻¹ = (A Aᵀ − B Bᵀ) / error variance, A and B lower triangular Toeplitz
// with first columns (1, a_1 … a_{n-1}) and (0, a_{n-1} … a_1). So its diagonal is a running sum,
// and a product with it six FFTs.
Interpolation::Interpolation(const ArFilter& filter, SampleCount length)
    : m_length(static_cast<std::size_t>(length)),
      m_fftLength(quickFftLength(2 * length)),
      m_scale(m_length)
{
    assert(filter.coefficients.size() < m_length);
    std::vector<double> forward(m_fftLength, 0.0);
    std::vector<double> backward(m_fftLength, 0.0);
    forward[0] = 1.0 / filter.deviation;
    for (std::size_t k = 1; k <= filter.coefficients.size(); ++k) {
        forward[k] = filter.coefficients[k - 1] / filter.deviation;
        backward[m_length - k] = forward[k];
    }
    double diagonal = 0.0;
    const double least = kSmallestDiagonal * forward[0] * forward[0];
    for (std::size_t t = 0; t < m_length; ++t) {
        diagonal += forward[t] * forward[t] - backward[t] * backward[t];
        m_scale[t] = 1.0 / std::sqrt(std::max(diagonal, least));
    }
    m_forward = signal::realFft(forward);
    m_backward = signal::realFft(backward);
}

std::vector<double> Interpolation::square(const Spectrum& taps, const Spectrum& window) const
{
    Spectrum product(taps.size());
    for (std::size_t bin = 0; bin < taps.size(); ++bin) {
        product[bin] = times(std::conj(taps[bin]), window[bin]);
    }
    auto half = signal::inverseRealFft(product, m_fftLength);
    std::fill(half.begin() + static_cast<std::ptrdiff_t>(m_length), half.end(), 0.0);
    product = signal::realFft(half);
    for (std::size_t bin = 0; bin < taps.size(); ++bin) {
        product[bin] = times(taps[bin], product[bin]);
    }
    return signal::inverseRealFft(product, m_fftLength);
}

std::vector<float> Interpolation::apply(std::span<const float> window) const
{
    assert(window.size() == m_length);
    std::vector<double> padded(m_fftLength, 0.0);
    std::copy(window.begin(), window.end(), padded.begin());
    const Spectrum spectrum = signal::realFft(padded);
    const auto plus = square(m_forward, spectrum);
    const auto minus = square(m_backward, spectrum);
    std::vector<float> error(m_length);
    for (std::size_t t = 0; t < m_length; ++t) {
        error[t] = static_cast<float>(m_scale[t] * (plus[t] - minus[t]));
    }
    return error;
}

} // namespace spall::score
