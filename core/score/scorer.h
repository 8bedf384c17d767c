// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/score/window_batch.h"

#include <stop_token>
#include <string>
#include <vector>

namespace spall::score {

/// A fitted method that gives each window one number; higher is more anomalous. The GAN's channels
/// and the plain methods stand behind it alike.
class Scorer {
public:
    virtual ~Scorer() = default;

    /// Short name of cli.md ("rms", "pca100", "spall.rec").
    [[nodiscard]] virtual std::string name() const = 0;

    /// One score per window [count]. Depends on the window's samples alone, so that a window scores
    /// the same in any cut of a file. errors: Usage (another window length), Cancelled.
    [[nodiscard]] virtual Result<std::vector<double>> score(const WindowBatch& batch,
                                                            std::stop_token stop = {}) const = 0;
};

} // namespace spall::score
