// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spall::score {

/// What the networks make of a batch.
struct Reconstruction {
    std::vector<float> windows; ///< G(E(x)) [count, length], in healthy deviations
    std::vector<double> critic; ///< Cx(x) [count], raw: not calibrated, sign as trained
};

/// The trained networks as scoring sees them; implemented in `core/nn`, faked in tests.
class Reconstructor {
public:
    virtual ~Reconstructor() = default;

    /// `windows` [count, length] in healthy deviations (`Front::scaling`). Deterministic, and the
    /// same for a window in any batch. errors: Internal.
    [[nodiscard]] virtual Result<Reconstruction> reconstruct(std::span<const float> windows,
                                                             std::int64_t count) const = 0;
};

} // namespace spall::score
