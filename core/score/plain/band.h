// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/calibration.h"
#include "core/score/plain/learning.h"
#include "core/score/plain_methods.h"

namespace spall::score {

/// One-sided band evidence of the linear views: the signal, both filters' residuals, and what the
/// principal components leave.
class Band : public PlainMethod {
public:
    Band(const Front& front, EvidenceStatistics statistics);

    [[nodiscard]] std::string name() const override { return "band"; }
    [[nodiscard]] Result<std::vector<double>> score(const WindowBatch& batch,
                                                    std::stop_token stop) const override;
    void store(Archive& archive, const std::string& prefix) const override;

private:
    Front m_front;
    EvidenceStatistics m_statistics;
};

/// Statistics of the linear views over healthy windows. errors: TooFewSamples.
[[nodiscard]] Result<EvidenceStatistics> fitLinearEvidence(const Learning& learning);

} // namespace spall::score
