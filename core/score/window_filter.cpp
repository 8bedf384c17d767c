// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/window_filter.h"

#include "core/signal/fft.h"

#include <algorithm>
#include <cassert>

namespace spall::score {

std::size_t quickFftLength(SampleCount length)
{
    for (auto candidate = static_cast<std::size_t>(std::max<SampleCount>(length, 2));;
         ++candidate) {
        std::size_t rest = candidate;
        for (const std::size_t factor : {2U, 3U, 5U}) {
            while (rest % factor == 0) {
                rest /= factor;
            }
        }
        if (rest == 1 && candidate % 2 == 0) {
            return candidate;
        }
    }
}

WindowFilter::WindowFilter(const ArFilter& filter, SampleCount length)
    : m_length(static_cast<std::size_t>(length)),
      m_order(filter.coefficients.size()),
      m_fftLength(quickFftLength(length))
{
    assert(m_order < m_length);
    std::vector<double> taps(m_fftLength, 0.0);
    taps[0] = 1.0 / filter.deviation;
    for (std::size_t k = 0; k < m_order; ++k) {
        taps[k + 1] = filter.coefficients[k] / filter.deviation;
    }
    m_response = signal::realFft(taps);
}

std::vector<double> WindowFilter::filtered(std::span<const std::complex<double>> spectrum,
                                           bool backwards) const
{
    assert(spectrum.size() == m_response.size());
    std::vector<std::complex<double>> product(spectrum.size());
    for (std::size_t bin = 0; bin < product.size(); ++bin) {
        // Written out: the library's complex product also looks after infinities, at ten times the
        // cost.
        const auto a = spectrum[bin];
        const auto b = backwards ? std::conj(m_response[bin]) : m_response[bin];
        product[bin] = {a.real() * b.real() - a.imag() * b.imag(),
                        a.real() * b.imag() + a.imag() * b.real()};
    }
    return signal::inverseRealFft(product, m_fftLength);
}

std::vector<float> WindowFilter::apply(std::span<const std::complex<double>> spectrum) const
{
    const auto forwards = filtered(spectrum, false);
    std::vector<float> residual(m_length - m_order);
    for (std::size_t i = 0; i < residual.size(); ++i) {
        residual[i] = static_cast<float>(forwards[m_order + i]);
    }
    return residual;
}

std::vector<float> WindowFilter::applyBothWays(std::span<const std::complex<double>> spectrum) const
{
    assert(2 * m_order <= m_length);
    const auto forwards = filtered(spectrum, false);
    const auto backwards = filtered(spectrum, true);
    std::vector<float> residual(m_length);
    for (std::size_t i = 0; i < m_length; ++i) {
        residual[i] = static_cast<float>(i < m_order ? backwards[i] : forwards[i]);
    }
    return residual;
}

std::vector<std::complex<double>> windowSpectrum(std::span<const float> window)
{
    std::vector<double> padded(quickFftLength(static_cast<SampleCount>(window.size())), 0.0);
    std::copy(window.begin(), window.end(), padded.begin());
    return signal::realFft(padded);
}

} // namespace spall::score
