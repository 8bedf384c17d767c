// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/calibration.h"

#include <algorithm>
#include <cmath>

namespace spall::score {
namespace {

/// Compared with a threshold, NaN would pass for healthy.
template <typename T> Status checkNumbers(const std::vector<T>& numbers, std::size_t count)
{
    if (numbers.size() != count) {
        return fail(ErrorCode::Internal, "the networks gave back another number of windows");
    }
    if (!std::all_of(
            numbers.begin(), numbers.end(), [](T value) { return std::isfinite(value); })) {
        return fail(ErrorCode::Internal,
                    "the networks gave back numbers that are not finite",
                    {},
                    "train again");
    }
    return {};
}

} // namespace

Result<ScoredBatch> scoreReconstruction(const Front& front,
                                        const Reconstructor& networks,
                                        const EvidenceStatistics& statistics,
                                        const WindowBatch& batch,
                                        const std::stop_token& stop)
{
    if (batch.length != front.windowLength) {
        return fail(ErrorCode::Usage,
                    "the windows have " + std::to_string(batch.length) +
                        " samples, the model was trained on " + std::to_string(front.windowLength),
                    {},
                    "cut windows of the model's length");
    }
    ScoredBatch scored;
    scored.windows = front.standardise(batch);
    auto made = networks.reconstruct(scored.windows, batch.count(), stop);
    if (!made) {
        return fail(std::move(made.error()));
    }
    if (const auto status = checkNumbers(*made, scored.windows.size()); !status) {
        return fail(status.error());
    }
    scored.reconstruction = std::move(*made);
    const auto features = residualFeatures(front, scored.windows, scored.reconstruction, stop);
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped by the user");
    }
    if (statistics.mean.size() != static_cast<std::size_t>(features.width)) {
        return fail(ErrorCode::Internal, "the calibration belongs to windows of another length");
    }
    scored.channels.rec = evidence(statistics, features);
    return scored;
}

Result<ScoredBatch> scoreBatch(const Front& front,
                               const Reconstructor& networks,
                               const Calibration& calibration,
                               const WindowBatch& batch,
                               const std::stop_token& stop)
{
    auto scored = scoreReconstruction(front, networks, calibration.evidence, batch, stop);
    if (!scored) {
        return scored;
    }
    auto critic = networks.critic(scored->windows, batch.count(), stop);
    if (!critic) {
        return fail(std::move(critic.error()));
    }
    if (const auto status = checkNumbers(*critic, static_cast<std::size_t>(batch.count()));
        !status) {
        return fail(status.error());
    }
    for (double& score : *critic) {
        score = calibration.critic.apply(score);
    }
    scored->channels.critic = std::move(*critic);
    return scored;
}

} // namespace spall::score
