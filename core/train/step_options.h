// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>

namespace spall::train {

/// How a step is done.
struct StepOptions {
    std::int64_t microBatch = 1; ///< windows worked on at once
    double rateFactor = 1.0;     ///< on the preset's learning rate
    std::stop_token stop;        ///< polled between micro-batches and inside long layers
};

} // namespace spall::train
