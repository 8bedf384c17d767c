// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/train/adam.h"
#include "core/train/step_options.h"

#include <optional>

namespace spall::train {

/// Whether E and G also have to please the critics.
enum class Adversary { Present, Absent };

/// What a generator step tells.
struct GeneratorLosses {
    double cycle = 0.0;     ///< the preset's cycle error
    double generator = 0.0; ///< mean -Cx(fake)
    double latent = 0.0;    ///< mean -Cz(E(x))
};

/// The windows of a generator step.
struct GeneratorBatch {
    torch::Tensor windows; ///< [N, C, L]
    torch::Tensor prior;   ///< [N, latent] standard normal, for presets whose fakes are G(z)
    Adversary adversary = Adversary::Present;
};

/// One step of E and G; both critics stand still. Nothing, and nothing has changed, when a stop was
/// requested on the way.
[[nodiscard]] std::optional<GeneratorLosses> generatorStep(nn::Tadgan& nets,
                                                           Adam& optimiser,
                                                           const nn::Preset& preset,
                                                           const GeneratorBatch& batch,
                                                           const StepOptions& options);

} // namespace spall::train
