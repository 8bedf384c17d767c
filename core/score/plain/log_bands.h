// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <cstddef>
#include <span>
#include <vector>

namespace spall::score {

/// Log power of a window in bands of about equal width on a logarithmic frequency axis: 32 bands,
/// fewer for windows below 256 samples.
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
