// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform.h"
#include "core/base/random.h"
#include "core/score/front.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <string>

namespace spall::score {
namespace {

using RowMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowMap = Eigen::Map<const RowMatrix>;

constexpr std::int64_t kWindowsWanted = 3000;
constexpr SampleCount kSmallestStep = 8;
constexpr std::int64_t kBatch = 512; ///< windows a product; a stop waits for one product
constexpr int kSpareDirections = 40; ///< oversampling of the block
constexpr int kMostIterations = 24;
constexpr double kEnough = 1e-4;   ///< change of the residual energy that ends the iteration
constexpr std::int64_t kRows = 64; ///< windows projected at once

struct Position {
    std::size_t stretch;
    SampleIndex start;
};

std::vector<Position> positions(std::span<const std::vector<float>> stretches, SampleCount length)
{
    SampleCount samplesInAll = 0;
    for (const auto& samples : stretches) {
        samplesInAll += static_cast<SampleCount>(samples.size());
    }
    const SampleCount step = std::max(kSmallestStep, samplesInAll / kWindowsWanted);
    std::vector<Position> found;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const auto last = static_cast<SampleIndex>(stretches[i].size()) - length;
        for (SampleIndex start = 0; start <= last; start += step) {
            found.push_back({i, start});
        }
    }
    return found;
}

Error cancelled()
{
    return Error{ErrorCode::Cancelled, "stopped while fitting the principal components", {}, {}};
}

/// The matrix of a long window may be larger than the machine: told before it is asked for.
Status checkMemory(SampleCount length)
{
    const double bytes = 4.0 * static_cast<double>(length) * static_cast<double>(length);
    if (bytes < 0.5 * static_cast<double>(availableMemory())) {
        return {};
    }
    return fail(ErrorCode::NotEnoughMemory,
                "the principal components of windows of " + std::to_string(length) +
                    " samples need " + std::to_string(std::llround(bytes / 1e9)) + " GB",
                "window length",
                "choose a shorter window");
}

/// Mean of x xᵀ over the windows [length, length]; only the lower triangle is summed, then
/// mirrored.
Result<Eigen::MatrixXf> secondMoments(std::span<const std::vector<float>> stretches,
                                      const std::vector<Position>& windows,
                                      SampleCount length,
                                      const std::stop_token& stop)
{
    Eigen::MatrixXf moments = Eigen::MatrixXf::Zero(length, length);
    Eigen::MatrixXf batch(length, kBatch);
    const auto total = static_cast<std::int64_t>(windows.size());
    for (std::int64_t first = 0; first < total; first += kBatch) {
        if (stop.stop_requested()) {
            return fail(cancelled());
        }
        const std::int64_t count = std::min(kBatch, total - first);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto [stretch, start] = windows[static_cast<std::size_t>(first + i)];
            batch.col(i) =
                Eigen::Map<const Eigen::VectorXf>(stretches[stretch].data() + start, length);
        }
        moments.selfadjointView<Eigen::Lower>().rankUpdate(batch.leftCols(count));
    }
    moments.triangularView<Eigen::StrictlyUpper>() = moments.transpose();
    moments /= static_cast<float>(total);
    return moments;
}

/// Orthonormal basis of the columns' span.
Eigen::MatrixXf orthonormal(const Eigen::MatrixXf& block)
{
    const Eigen::HouseholderQR<Eigen::MatrixXf> factors(block);
    return factors.householderQ() * Eigen::MatrixXf::Identity(block.rows(), block.cols());
}

Eigen::MatrixXf randomBlock(Eigen::Index rows, Eigen::Index columns)
{
    auto engine = makeEngine(derive(Seed{}, "principal components"));
    Eigen::MatrixXf block(rows, columns);
    for (float& value : block.reshaped()) {
        value = static_cast<float>(normal(engine));
    }
    return block;
}

/// The `count` strongest eigenvectors as columns, strongest first: subspace iteration with a
/// Rayleigh-Ritz step in every round, until the energy that the subspace misses stands still.
Result<Eigen::MatrixXf>
strongestDirections(const Eigen::MatrixXf& moments, Eigen::Index count, const std::stop_token& stop)
{
    const Eigen::Index width = std::min(moments.rows(), count + kSpareDirections);
    const double energy = moments.diagonal().cast<double>().sum();
    Eigen::MatrixXf block = orthonormal(randomBlock(moments.rows(), width));
    double before = energy;
    for (int iteration = 0; iteration < kMostIterations; ++iteration) {
        if (stop.stop_requested()) {
            return fail(cancelled());
        }
        const Eigen::MatrixXf image = moments.selfadjointView<Eigen::Lower>() * block;
        const Eigen::MatrixXd ritz = (block.transpose() * image).cast<double>();
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(0.5 *
                                                                    (ritz + ritz.transpose()));
        const Eigen::MatrixXf rotation = solver.eigenvectors().rowwise().reverse().cast<float>();
        const double missed = energy - solver.eigenvalues().tail(count).sum();
        if (iteration > 0 && before - missed <= kEnough * std::max(missed, 1e-6 * energy)) {
            return Eigen::MatrixXf((block * rotation).leftCols(count));
        }
        before = missed;
        block = orthonormal(image * rotation);
    }
    return Eigen::MatrixXf(block.leftCols(count));
}

} // namespace

Result<PrincipalComponents> fitPrincipalComponents(std::span<const std::vector<float>> stretches,
                                                   SampleCount length,
                                                   int count,
                                                   std::stop_token stop)
{
    if (auto status = checkMemory(length); !status) {
        return fail(status.error());
    }
    const auto windows = positions(stretches, length);
    if (count < 1 || count > length || static_cast<std::int64_t>(windows.size()) < count) {
        return fail(
            ErrorCode::TooFewSamples,
            std::to_string(count) + " principal components need as many healthy windows of " +
                std::to_string(length) + " samples, there are " + std::to_string(windows.size()),
            "healthy recording",
            "give a longer healthy recording or a shorter window");
    }
    const auto moments = secondMoments(stretches, windows, length, stop);
    if (!moments) {
        return fail(moments.error());
    }
    const auto directions = strongestDirections(*moments, count, stop);
    if (!directions) {
        return fail(directions.error());
    }
    PrincipalComponents components{length, count, {}};
    components.basis.assign(directions->data(), directions->data() + directions->size());
    return components;
}

std::vector<float> PrincipalComponents::project(std::span<const float> windows) const
{
    using RowMatrixD = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const std::int64_t n = static_cast<std::int64_t>(windows.size()) / length;
    std::vector<float> projected(windows.size());
    // In double precision: a BLAS rounds a row by its place among the others, and a window has to
    // come out the same in any batch.
    const RowMatrixD directions = RowMap(basis.data(), count, length).cast<double>();
    RowMatrixD coordinates;
    RowMatrixD block;
    for (std::int64_t first = 0; first < n; first += kRows) {
        const std::int64_t rows = std::min(kRows, n - first);
        block = RowMap(windows.data() + first * length, rows, length).cast<double>();
        coordinates.noalias() = block * directions.transpose();
        block.noalias() = coordinates * directions;
        Eigen::Map<RowMatrix>(projected.data() + first * length, rows, length) =
            block.cast<float>();
    }
    return projected;
}

} // namespace spall::score
