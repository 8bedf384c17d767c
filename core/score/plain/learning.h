// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/score/front.h"
#include "core/score/window_batch.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace spall::score {

/// What a plain method learns from.
struct Learning {
    const Front& front; ///< fitted to the same stretches
    std::span<const signal::Stretch> healthy;
    Seed seed;
    std::stop_token stop;
};

/// Windows of all stretches at a step of length/8, or a longer one that keeps them at `most`.
[[nodiscard]] WindowBatch
learningWindows(std::span<const signal::Stretch> healthy, SampleCount length, std::int64_t most);

/// One window in healthy deviations.
[[nodiscard]] std::vector<double> standardised(std::span<const double> window,
                                               const Standardiser& scaling);

/// `scoreOne` of every window of the batch, in parallel; a score that is not finite becomes the
/// largest there is (10⁹). errors: Usage (another window length), Cancelled.
[[nodiscard]] Result<std::vector<double>>
scoreEach(const WindowBatch& batch,
          SampleCount length,
          const std::stop_token& stop,
          const std::function<double(std::span<const double>)>& scoreOne);

/// The same for a score of many windows at a time, which get them in batches of a few hundred.
[[nodiscard]] Result<std::vector<double>>
scoreInBatches(const WindowBatch& batch,
               SampleCount length,
               const std::stop_token& stop,
               const std::function<std::vector<double>(const WindowBatch&)>& scoreSome);

/// Natural logarithm of the mean square [0 when empty], bounded below for silence.
[[nodiscard]] double logEnergy(std::span<const float> samples);

} // namespace spall::score
