// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/plain/learning.h"
#include "core/score/plain/log_bands.h"
#include "core/score/plain_methods.h"

namespace spall::score {

/// Mean and covariance of healthy feature vectors.
struct Gaussian {
    std::vector<double> mean;       ///< [width]
    std::vector<double> covariance; ///< [width, width], positive definite
};

/// Covariance shrunk towards a multiple of the identity (Ledoit & Wolf 2004), from features
/// [count, width].
[[nodiscard]] Gaussian fitGaussian(std::span<const double> features, std::size_t width);

/// Mahalanobis distance of the log band powers from those of healthy windows.
class Mahalanobis : public PlainMethod {
public:
    Mahalanobis(const Front& front, Gaussian gaussian);

    [[nodiscard]] std::string name() const override { return "mahalanobis"; }
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
    Standardiser m_scaling;
    LogBands m_bands;
    Gaussian m_gaussian;
    std::vector<double> m_whitening; ///< inverse Cholesky factor [width, width]
};

} // namespace spall::score
