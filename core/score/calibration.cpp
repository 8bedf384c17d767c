// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/calibration.h"

#include <algorithm>
#include <cmath>

namespace spall::score {

Result<ScoredBatch> scoreBatch(const Front& front,
                               const Reconstructor& networks,
                               const Calibration& calibration,
                               const WindowBatch& batch)
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
    auto made = networks.reconstruct(scored.windows, batch.count());
    if (!made) {
        return fail(std::move(made.error()));
    }
    const auto count = static_cast<std::size_t>(batch.count());
    if (made->windows.size() != scored.windows.size() || made->critic.size() != count) {
        return fail(ErrorCode::Internal, "the networks gave back another number of windows");
    }
    const auto isFinite = [](auto value) {
        return std::isfinite(value);
    };
    if (!std::all_of(made->windows.begin(), made->windows.end(), isFinite) ||
        !std::all_of(made->critic.begin(), made->critic.end(), isFinite)) {
        // Compared with a threshold, NaN would pass for healthy.
        return fail(ErrorCode::Internal,
                    "the networks gave back numbers that are not finite",
                    {},
                    "train again");
    }
    scored.reconstruction = std::move(made->windows);
    const auto features = residualFeatures(front, scored.windows, scored.reconstruction);
    if (calibration.evidence.mean.size() != static_cast<std::size_t>(features.width)) {
        return fail(ErrorCode::Internal, "the calibration belongs to windows of another length");
    }
    scored.channels.rec = evidence(calibration.evidence, features);
    scored.channels.critic.resize(count);
    std::transform(made->critic.begin(),
                   made->critic.end(),
                   scored.channels.critic.begin(),
                   [&](double value) { return calibration.critic.apply(value); });
    return scored;
}

} // namespace spall::score
