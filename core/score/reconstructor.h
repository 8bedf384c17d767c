// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace spall::score {

/// The trained networks as scoring sees them; implemented in `core/nn`, faked in tests. `windows`
/// [count, length] are in healthy deviations (`Front::scaling`). Deterministic, and the same for a
/// window in any batch. errors: Internal, NotEnoughMemory, Cancelled.
class Reconstructor {
public:
    virtual ~Reconstructor() = default;

    /// G(E(x)) [count, length], in healthy deviations.
    [[nodiscard]] virtual Result<std::vector<float>>
    reconstruct(std::span<const float> windows,
                std::int64_t count,
                const std::stop_token& stop = {}) const = 0;

    /// Cx(x) [count], raw: not calibrated, sign as trained.
    [[nodiscard]] virtual Result<std::vector<double>>
    critic(std::span<const float> windows,
           std::int64_t count,
           const std::stop_token& stop = {}) const = 0;
};

} // namespace spall::score
