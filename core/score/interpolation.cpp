// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/interpolation.h"

#include "core/score/window_filter.h"

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
      m_fft(quickFftLength(2 * length)),
      m_scale(m_length)
{
    assert(filter.coefficients.size() < m_length);
    std::vector<double> forward(m_fft.size(), 0.0);
    std::vector<double> backward(m_fft.size(), 0.0);
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
    // Two inverse transforms that do not scale follow, one behind the square of each response.
    const double scale = 1.0 / static_cast<double>(m_fft.size());
    for (double& tap : forward) {
        tap *= scale;
    }
    for (double& tap : backward) {
        tap *= scale;
    }
    m_fft.forward(forward, m_forward);
    m_fft.forward(backward, m_backward);
}

Interpolation::Spectrum Interpolation::correlate(const Spectrum& taps, const Spectrum& window) const
{
    Spectrum product(taps.size());
    for (std::size_t bin = 0; bin < taps.size(); ++bin) {
        product[bin] = times(std::conj(taps[bin]), window[bin]);
    }
    std::vector<double> samples;
    m_fft.inverse(product, samples);
    std::fill(samples.begin() + static_cast<std::ptrdiff_t>(m_length), samples.end(), 0.0);
    m_fft.forward(samples, product);
    return product;
}

std::vector<float> Interpolation::apply(std::span<const float> window) const
{
    assert(window.size() == m_length);
    std::vector<double> padded(m_fft.size(), 0.0);
    std::copy(window.begin(), window.end(), padded.begin());
    Spectrum spectrum;
    m_fft.forward(padded, spectrum);
    Spectrum difference = correlate(m_forward, spectrum);
    const Spectrum minus = correlate(m_backward, spectrum);
    for (std::size_t bin = 0; bin < difference.size(); ++bin) {
        difference[bin] =
            times(m_forward[bin], difference[bin]) - times(m_backward[bin], minus[bin]);
    }
    auto& samples = padded;
    m_fft.inverse(difference, samples);
    std::vector<float> error(m_length);
    for (std::size_t t = 0; t < m_length; ++t) {
        error[t] = static_cast<float>(m_scale[t] * samples[t]);
    }
    return error;
}

} // namespace spall::score
