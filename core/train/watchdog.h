// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/engine.h"

#include <optional>
#include <string>

namespace spall::train {

/// Setbacks after which a training stops.
inline constexpr int kMostSetbacks = 3;
/// Factor on all learning rates after a setback.
inline constexpr double kGentler = 0.3;

/// A sentence when the losses of a step show that the training has gone astray, else nothing:
/// something is no number, the cycle error is far above the lowest epoch's (0: none yet), or a
/// critic's values have run away.
[[nodiscard]] std::optional<std::string> findTrouble(const Losses& losses, double lowestCycle);

} // namespace spall::train
