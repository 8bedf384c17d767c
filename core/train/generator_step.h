// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/train/adam.h"

#include <cstdint>

namespace spall::train {

/// Whether E and G also have to please the critics.
enum class Adversary { Present, Absent };

/// What a generator step tells.
struct GeneratorLosses {
    double cycle = 0.0;     ///< the preset's cycle error
    double generator = 0.0; ///< mean -Cx(fake)
    double latent = 0.0;    ///< mean -Cz(E(x))
};

/// One step of E and G; both critics stand still. `windows` [N, 1, L], `prior` [N, latent] standard
/// normal (used by presets whose fakes are G(z)).
[[nodiscard]] GeneratorLosses generatorStep(nn::Tadgan& nets,
                                            Adam& optimiser,
                                            const nn::Preset& preset,
                                            const torch::Tensor& windows,
                                            const torch::Tensor& prior,
                                            Adversary adversary,
                                            std::int64_t microBatch,
                                            double rateFactor = 1.0);

} // namespace spall::train
