// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/mahalanobis.h"

#include "core/score/stored_numbers.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace spall::score {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using MatrixMap = Eigen::Map<const Matrix>;

constexpr std::int64_t kMostForCovariance = 3000;
constexpr std::int64_t kFewestForCovariance = 8;

/// L⁻¹ of covariance = L Lᵀ; empty when it is not positive definite.
std::vector<double> whitening(const Gaussian& gaussian)
{
    const auto width = static_cast<Eigen::Index>(gaussian.mean.size());
    const Eigen::LLT<Matrix> factors(MatrixMap(gaussian.covariance.data(), width, width));
    if (factors.info() != Eigen::Success) {
        return {};
    }
    const Matrix inverse = factors.matrixL().solve(Matrix::Identity(width, width));
    if (!inverse.allFinite()) {
        return {};
    }
    return {inverse.data(), inverse.data() + inverse.size()};
}

} // namespace

Gaussian fitGaussian(std::span<const double> features, std::size_t width)
{
    const auto p = static_cast<Eigen::Index>(width);
    const auto n = static_cast<Eigen::Index>(features.size() / width);
    const MatrixMap all(features.data(), n, p);
    const Eigen::RowVectorXd mean = all.colwise().mean();
    const Matrix centred = all.rowwise() - mean;
    const Matrix sample = centred.transpose() * centred / static_cast<double>(n);
    const double scale = sample.trace() / static_cast<double>(p);
    // Equations 14 and following of the paper, with norms divided by p.
    const double spread = (sample - scale * Matrix::Identity(p, p)).squaredNorm();
    const double fourth = centred.rowwise().squaredNorm().array().square().mean();
    const double noise = std::min(spread, (fourth - sample.squaredNorm()) / static_cast<double>(n));
    const double shrinkage = spread > 0.0 ? std::max(noise, 0.0) / spread : 1.0;
    const double ridge = shrinkage * scale + 1e-12;
    const Matrix shrunk = (1.0 - shrinkage) * sample + ridge * Matrix::Identity(p, p);
    return {{mean.data(), mean.data() + mean.size()},
            {shrunk.data(), shrunk.data() + shrunk.size()}};
}

Mahalanobis::Mahalanobis(const Front& front, Gaussian gaussian)
    : m_length(front.windowLength),
      m_scaling(front.scaling),
      m_bands(front.windowLength),
      m_gaussian(std::move(gaussian)),
      m_whitening(whitening(m_gaussian))
{
}

Result<PlainMethodPtr> Mahalanobis::fit(const Learning& learning)
{
    const Front& front = learning.front;
    const auto windows = learningWindows(learning.healthy, front.windowLength, kMostForCovariance);
    if (windows.count() < kFewestForCovariance) {
        return fail(ErrorCode::TooFewSamples,
                    "a covariance needs at least " + std::to_string(kFewestForCovariance) +
                        " healthy windows, there are " + std::to_string(windows.count()),
                    "healthy recording",
                    "give a longer healthy recording");
    }
    const LogBands bands(front.windowLength);
    std::vector<double> features;
    for (std::int64_t i = 0; i < windows.count(); ++i) {
        const auto energies = bands.energies(standardised(windows.window(i), front.scaling));
        features.insert(features.end(), energies.begin(), energies.end());
    }
    return std::make_shared<const Mahalanobis>(front, fitGaussian(features, bands.count()));
}

Result<std::vector<double>> Mahalanobis::score(const WindowBatch& batch, std::stop_token stop) const
{
    const auto width = static_cast<Eigen::Index>(m_gaussian.mean.size());
    const MatrixMap whiten(m_whitening.data(), width, width);
    const Eigen::Map<const Eigen::VectorXd> mean(m_gaussian.mean.data(), width);
    return scoreEach(batch, m_length, stop, [&](std::span<const double> window) {
        const auto energies = m_bands.energies(standardised(window, m_scaling));
        const Eigen::Map<const Eigen::VectorXd> features(energies.data(), width);
        return (whiten * (features - mean)).norm();
    });
}

void Mahalanobis::store(Archive& archive, const std::string& prefix) const
{
    put(archive, prefix + "/mean", m_gaussian.mean);
    put(archive, prefix + "/covariance", m_gaussian.covariance);
}

Result<PlainMethodPtr>
Mahalanobis::load(const Front& front, const Archive& archive, const std::string& prefix)
{
    const auto width = static_cast<std::int64_t>(LogBands(front.windowLength).count());
    auto mean = takeReal(archive, prefix + "/mean", width);
    if (!mean) {
        return fail(std::move(mean.error()));
    }
    auto covariance = takeReal(archive, prefix + "/covariance", width * width);
    if (!covariance) {
        return fail(std::move(covariance.error()));
    }
    auto method = std::make_shared<const Mahalanobis>(
        front, Gaussian{std::move(*mean), std::move(*covariance)});
    if (method->m_whitening.empty()) {
        return fail(damagedPart(prefix + "/covariance"));
    }
    return method;
}

} // namespace spall::score
