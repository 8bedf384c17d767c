// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/nn/torch_scope.h"
#include "core/score/reconstructor.h"

#include <functional>

namespace spall::nn {

/// Trained networks as scoring sees them. Safe to use from several threads at once.
class TadganReconstructor final : public score::Reconstructor {
public:
    /// Takes the networks over and puts them into their scoring state.
    TadganReconstructor(Tadgan nets, TorchSettings settings);

    [[nodiscard]] Result<std::vector<float>>
    reconstruct(std::span<const float> windows,
                std::int64_t count,
                const std::stop_token& stop = {}) const override;

    [[nodiscard]] Result<std::vector<double>>
    critic(std::span<const float> windows,
           std::int64_t count,
           const std::stop_token& stop = {}) const override;

private:
    /// One pass of a network over a batch [batch, 1, length].
    using Pass = std::function<torch::Tensor(const torch::Tensor&)>;

    /// What the pass makes of each window [count, numbers of the pass a window].
    [[nodiscard]] Result<std::vector<float>> inBatches(std::span<const float> windows,
                                                       std::int64_t count,
                                                       const Pass& pass,
                                                       const std::stop_token& stop) const;
    /// A batch of the size that is always worked on, filled up behind `count` windows.
    [[nodiscard]] torch::Tensor wholeBatch(std::span<const float> windows,
                                           std::int64_t count) const;

    mutable Tadgan m_nets; ///< forward is not const in torch, but changes nothing here
    TorchSettings m_settings;
};

} // namespace spall::nn
