// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/pca_energy.h"

#include <algorithm>
#include <functional>

namespace spall::score {

Result<std::vector<double>> PcaEnergy::score(const WindowBatch& batch, std::stop_token stop) const
{
    return scoreInBatches(batch, m_front.windowLength, stop, [&](const WindowBatch& some) {
        auto windows = m_front.standardise(some);
        const auto projected = m_front.components.project(windows);
        std::transform(
            windows.begin(), windows.end(), projected.begin(), windows.begin(), std::minus<>{});
        const auto length = static_cast<std::size_t>(m_front.windowLength);
        std::vector<double> scores(static_cast<std::size_t>(some.count()));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            scores[i] = logEnergy(std::span{windows}.subspan(i * length, length));
        }
        return scores;
    });
}

void PcaEnergy::store(Archive& /*archive*/, const std::string& /*prefix*/) const
{
    // The front, which is stored once for all methods, holds everything.
}

} // namespace spall::score
