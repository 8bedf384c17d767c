// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/log_bands.h"

#include "core/signal/fft.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace spall::score {

LogBands::LogBands(SampleCount length) : m_taper(static_cast<std::size_t>(length))
{
    const auto n = static_cast<double>(length);
    for (std::size_t i = 0; i < m_taper.size(); ++i) {
        m_taper[i] = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * static_cast<double>(i) / n);
    }
    const auto bins = static_cast<std::size_t>(length / 2);
    const std::size_t bands = std::clamp<std::size_t>(bins / 4, 1, 32);
    for (std::size_t band = 0; band <= bands; ++band) {
        m_edges.push_back(1 + bins * band / bands);
    }
}

std::vector<double> LogBands::energies(std::span<const double> window) const
{
    constexpr double kSilence = 1e-20;
    std::vector<double> tapered(m_taper.size());
    std::transform(
        window.begin(), window.end(), m_taper.begin(), tapered.begin(), std::multiplies<>{});
    const auto spectrum = signal::realFft(tapered);
    std::vector<double> energies;
    energies.reserve(count());
    for (std::size_t band = 0; band < count(); ++band) {
        double power = 0.0;
        for (std::size_t bin = m_edges[band]; bin < m_edges[band + 1]; ++bin) {
            power += std::norm(spectrum[bin]);
        }
        const auto bins = static_cast<double>(m_edges[band + 1] - m_edges[band]);
        const double scale = bins * static_cast<double>(m_taper.size());
        energies.push_back(std::log(std::max(power / scale, kSilence)));
    }
    return energies;
}

} // namespace spall::score
