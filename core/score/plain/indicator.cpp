// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/indicator.h"

#include "core/signal/statistics.h"

namespace spall::score {

Indicator::Indicator(std::string name, const Front& front)
    : m_name(std::move(name)), m_length(front.windowLength), m_scaling(front.scaling)
{
}

Result<std::vector<double>> Indicator::score(const WindowBatch& batch, std::stop_token stop) const
{
    const auto indicator = m_name == "rms"        ? &signal::Statistics::rms
                           : m_name == "kurtosis" ? &signal::Statistics::kurtosis
                                                  : &signal::Statistics::crest;
    return scoreEach(batch, m_length, stop, [&](std::span<const double> window) {
        return signal::statistics(standardised(window, m_scaling)).*indicator;
    });
}

void Indicator::store(Archive& /*archive*/, const std::string& /*prefix*/) const
{
    // The front, which is stored once for all methods, holds everything.
}

} // namespace spall::score
