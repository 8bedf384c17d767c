// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/plain/learning.h"
#include "core/score/plain/local_outlier_factor.h"
#include "core/score/plain/log_bands.h"
#include "core/score/plain_methods.h"

namespace spall::score {

/// Local outlier factor (20 neighbours) of a window's RMS, kurtosis, crest factor and log band
/// powers, each in deviations of healthy windows.
class Lof : public PlainMethod {
public:
    /// `scaling` [width] of the features; `points` [count, width] learned, scaled.
    Lof(const Front& front, std::vector<Standardiser> scaling, std::vector<double> points);

    [[nodiscard]] std::string name() const override { return "lof"; }
    [[nodiscard]] Result<std::vector<double>> score(const WindowBatch& batch,
                                                    std::stop_token stop) const override;
    void store(Archive& archive, const std::string& prefix) const override;

    /// Learns from healthy windows. errors: TooFewSamples.
    [[nodiscard]] static Result<PlainMethodPtr> fit(const Learning& learning);

    /// The method that `store` has written. errors: UnknownFormat.
    [[nodiscard]] static Result<PlainMethodPtr>
    load(const Front& front, const Archive& archive, const std::string& prefix);

private:
    SampleCount m_length;
    Standardiser m_windowScaling;
    LogBands m_bands;
    std::vector<Standardiser> m_scaling;
    LocalOutlierFactor m_learned;
};

} // namespace spall::score
