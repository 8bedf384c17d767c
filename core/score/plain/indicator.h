// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/plain/learning.h"
#include "core/score/plain_methods.h"

namespace spall::score {

/// RMS, kurtosis or crest factor of the window with the healthy mean taken away. Learns nothing
/// else.
class Indicator : public PlainMethod {
public:
    /// `name` is "rms", "kurtosis" or "crest".
    Indicator(std::string name, const Front& front);

    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] Result<std::vector<double>> score(const WindowBatch& batch,
                                                    std::stop_token stop) const override;
    void store(Archive& archive, const std::string& prefix) const override;

private:
    std::string m_name;
    SampleCount m_length;
    Standardiser m_scaling;
};

} // namespace spall::score
