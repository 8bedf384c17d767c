// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/nn/torch_scope.h"
#include "core/score/reconstructor.h"

namespace spall::nn {

/// Trained networks as scoring sees them. Safe to use from several threads at once.
class TadganReconstructor final : public score::Reconstructor {
public:
    /// Takes the networks over and puts them into their scoring state.
    TadganReconstructor(Tadgan nets, TorchSettings settings);

    [[nodiscard]] Result<score::Reconstruction> reconstruct(std::span<const float> windows,
                                                            std::int64_t count) const override;

private:
    struct Batch {
        std::vector<float> windows; ///< [batch, length]
        std::vector<float> critic;  ///< [batch]
    };
    /// A batch of the size that is always worked on, filled up behind `count` windows.
    [[nodiscard]] Batch reconstructBatch(std::span<const float> windows, std::int64_t count) const;

    mutable Tadgan m_nets; ///< forward is not const in torch, but changes nothing here
    TorchSettings m_settings;
};

} // namespace spall::nn
