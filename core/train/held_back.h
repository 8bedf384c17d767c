// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/train/engine.h"

namespace spall::train {

/// Healthy windows that are never learned from: what decides when a training is good, and one that
/// its pictures are of.
class HeldBack {
public:
    HeldBack(const TrainData& data, torch::Device device);

    /// False when there is nothing to judge by.
    [[nodiscard]] bool hasWindows() const { return m_windows.defined(); }
    /// Mean cycle error over all windows; NaN without any.
    [[nodiscard]] double error(nn::Tadgan& nets) const;
    /// The watched window as the networks rebuild it.
    [[nodiscard]] Snapshot snapshot(nn::Tadgan& nets, int epoch) const;
    /// The watched window itself [length]; a learned one where nothing is held back.
    [[nodiscard]] std::vector<float> watched() const;

private:
    torch::Tensor m_windows; ///< [n, 1, L], or undefined
    torch::Tensor m_watched; ///< [1, 1, L]
};

} // namespace spall::train
