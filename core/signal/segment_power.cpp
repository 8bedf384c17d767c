// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/segment_power.h"

#include "core/signal/fft.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace spall::signal {

SegmentPower::SegmentPower(Hertz rate, std::size_t length) : m_window(length)
{
    for (std::size_t i = 0; i < length; ++i) {
        const double turn = static_cast<double>(i) / static_cast<double>(length);
        m_window[i] = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * turn);
    }
    m_scale = 1.0 / (rate.value *
                     std::inner_product(m_window.begin(), m_window.end(), m_window.begin(), 0.0));
}

void SegmentPower::addTo(std::span<double> sums, std::span<const double> segment) const
{
    const double mean =
        std::accumulate(segment.begin(), segment.end(), 0.0) / static_cast<double>(segment.size());
    std::vector<double> windowed(segment.size());
    for (std::size_t i = 0; i < segment.size(); ++i) {
        windowed[i] = (segment[i] - mean) * m_window[i];
    }
    const auto spectrum = realFft(windowed);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const double sides = isUnpaired(i, segment.size()) ? 1.0 : 2.0;
        sums[i] += sides * m_scale * std::norm(spectrum[i]);
    }
}

} // namespace spall::signal
