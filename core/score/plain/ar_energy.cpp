// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/ar_energy.h"

#include "core/score/front_sizes.h"
#include "core/score/store.h"

#include <algorithm>

namespace spall::score {

ArEnergy::ArEnergy(std::string name, const Front& front, ArFilter filter)
    : m_name(std::move(name)),
      m_length(front.windowLength),
      m_scaling(front.scaling),
      m_filter(std::move(filter)),
      m_prepared(m_filter, m_length)
{
}

Result<std::vector<double>> ArEnergy::score(const WindowBatch& batch, std::stop_token stop) const
{
    return scoreEach(batch, m_length, stop, [&](std::span<const double> window) {
        const auto values = standardised(window, m_scaling);
        return logEnergy(
            m_prepared.apply(windowSpectrum(std::vector<float>(values.begin(), values.end()))));
    });
}

void ArEnergy::store(Archive& archive, const std::string& prefix) const
{
    score::store(archive, prefix, m_filter);
}

Result<ArFilter> fitShortAutoregression(const Learning& learning)
{
    constexpr SampleCount kOrder = 32;
    const auto stretches = standardiseStretches(learning.healthy, learning.front.scaling);
    return fitAutoregression(stretches,
                             static_cast<int>(std::min(kOrder, learning.front.windowLength / 4)));
}

} // namespace spall::score
