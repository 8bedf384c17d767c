// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/band.h"

#include "core/score/store.h"

namespace spall::score {

Band::Band(const Front& front, EvidenceStatistics statistics)
    : m_front(front), m_statistics(std::move(statistics))
{
}

Result<std::vector<double>> Band::score(const WindowBatch& batch, std::stop_token stop) const
{
    return scoreInBatches(batch, m_front.windowLength, stop, [&](const WindowBatch& some) {
        return evidence(m_statistics, linearFeatures(m_front, m_front.standardise(some)));
    });
}

void Band::store(Archive& archive, const std::string& prefix) const
{
    score::store(archive, prefix, m_statistics);
}

Result<EvidenceStatistics> fitLinearEvidence(const Learning& learning)
{
    constexpr std::int64_t kMostWindows = 3000;
    const Front& front = learning.front;
    const auto windows = learningWindows(learning.healthy, front.windowLength, kMostWindows);
    return fitEvidence(linearFeatures(front, front.standardise(windows)),
                       linearViewWidths(front),
                       kLinearExponent);
}

} // namespace spall::score
