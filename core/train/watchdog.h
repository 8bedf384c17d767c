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

/// Critic turns in a row in which the norm of Cx's gradient, 1 being asked for, was far from it.
struct CriticWatch {
    int steep =
        0; ///< above 10: the penalty has lost its hold, the critic wins by ever larger values
    int flat = 0; ///< below 0.01: every window gets the same value
};

/// Counts one more critic turn.
void watch(CriticWatch& critic, double gradientNorm);

/// A sentence when a step shows that the training has gone astray, else nothing: a loss is no
/// number, the cycle error is far above the lowest epoch's (0: none yet), a critic's values have
/// run away, or the critic has been too steep or too flat for long.
[[nodiscard]] std::optional<std::string> findTrouble(const Losses& losses,
                                                     double lowestCycle,
                                                     const CriticWatch& critic,
                                                     const nn::AdversarialPreset& preset);

} // namespace spall::train
