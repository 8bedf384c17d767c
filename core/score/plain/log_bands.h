// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <cstddef>
#include <span>
#include <vector>

namespace spall::score {

/// Log power of a window in 32 bands of equal width from 0 to half the rate, fewer for windows
/// below 256 samples. Equal widths: on a logarithmic axis the lowest bands are single bins, whose
/// scatter would drown the rest.
class LogBands {
public:
    explicit LogBands(SampleCount length);

    [[nodiscard]] std::size_t count() const { return m_edges.size() - 1; }

    /// Natural log of the mean power of each band [count] under a periodic Hann window; `window`
    /// [length] in healthy deviations.
    [[nodiscard]] std::vector<double> energies(std::span<const double> window) const;

private:
    std::vector<double> m_taper;
    std::vector<std::size_t> m_edges; ///< band b holds bins [edge b, edge b + 1)
};

} // namespace spall::score
