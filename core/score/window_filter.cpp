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
      m_fft(quickFftLength(length))
{
    assert(m_order < m_length);
    const double scale = 1.0 / (filter.deviation * static_cast<double>(m_fft.size()));
    std::vector<double> taps(m_fft.size(), 0.0);
    taps[0] = scale;
    for (std::size_t k = 0; k < m_order; ++k) {
        taps[k + 1] = filter.coefficients[k] * scale;
    }
    m_fft.forward(taps, m_response);
}

std::vector<double> WindowFilter::filtered(std::span<const std::complex<double>> spectrum,
                                           bool backwards) const
{
    assert(spectrum.size() == m_response.size());
    signal::RealFft::Spectrum product(spectrum.size());
    const double sign = backwards ? -1.0 : 1.0; // of the response's imaginary part
    for (std::size_t bin = 0; bin < product.size(); ++bin) {
        // Written out: the library's complex product also looks after infinities, at ten times the
        // cost.
        const auto a = spectrum[bin];
        const double real = m_response[bin].real();
        const double imaginary = sign * m_response[bin].imag();
        product[bin] = {a.real() * real - a.imag() * imaginary,
                        a.real() * imaginary + a.imag() * real};
    }
    std::vector<double> samples;
    m_fft.inverse(product, samples);
    return samples;
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
