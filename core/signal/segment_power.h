// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <span>
#include <vector>

namespace spall::signal {

/// True for the two bins of a transform of `count` samples that have no mirror image: 0 and half
/// the rate.
[[nodiscard]] constexpr bool isUnpaired(std::size_t bin, std::size_t count)
{
    return bin == 0 || 2 * bin == count;
}

/// One-sided power spectral density of one segment through a periodic Hann window, its mean
/// removed: the step that Welch's method and the spectrogram share. unit²/Hz.
class SegmentPower {
public:
    SegmentPower(Hertz rate, std::size_t length);

    [[nodiscard]] std::size_t bins() const { return m_window.size() / 2 + 1; }

    /// Adds the density of a segment [length] to `sums` [bins].
    void addTo(std::span<double> sums, std::span<const double> segment) const;

private:
    std::vector<double> m_window;
    double m_scale;
};

} // namespace spall::signal
