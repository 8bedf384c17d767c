// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/plain/learning.h"
#include "core/score/plain_methods.h"
#include "core/score/window_filter.h"

namespace spall::score {

/// Log energy of the residual of one autoregressive filter.
class ArEnergy : public PlainMethod {
public:
    ArEnergy(std::string name, const Front& front, ArFilter filter);

    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] Result<std::vector<double>> score(const WindowBatch& batch,
                                                    std::stop_token stop) const override;
    void store(Archive& archive, const std::string& prefix) const override;

private:
    std::string m_name;
    SampleCount m_length;
    Standardiser m_scaling;
    ArFilter m_filter;
    WindowFilter m_prepared;
};

/// Order 32 (a quarter of the window when that is less), fitted for itself.
[[nodiscard]] Result<ArFilter> fitShortAutoregression(const Learning& learning);

} // namespace spall::score
