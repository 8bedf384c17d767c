// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/train/adam.h"
#include "core/train/step_options.h"

#include <cstdint>
#include <optional>

namespace spall::train {

/// The windows of a critic step with all the chance that goes into it.
struct CriticBatch {
    torch::Tensor windows;    ///< [N, C, L]
    torch::Tensor mix;        ///< [N] places of Cx's interpolates between real and fake
    torch::Tensor latentMix;  ///< [N] the same of Cz
    torch::Tensor latentReal; ///< [N, learned latent] drawn from the prior, real to Cz
    torch::Tensor prior;      ///< [N, latent] standard normal, for fakes G(z)
    std::optional<std::uint64_t> dropoutSeed;
    double penaltyWeight = 1.0; ///< times the preset's λ; 0: this step goes without a penalty
};

/// What a critic step tells.
struct CriticLosses {
    double critic = 0.0;       ///< mean Cx(real) - mean Cx(fake)
    double latentCritic = 0.0; ///< mean Cz(prior) - mean Cz(E(x))
    double penalty = 0.0;      ///< both penalties, without λ
    double gradientNorm = 0.0; ///< of Cx
};

/// One step of both critics (Gulrajani et al. 2017, algorithm 1): E and G stand still. The
/// gradients are those of the whole batch. Nothing, and nothing has changed, when a stop was
/// requested on the way. Penalty and norm are 0 where the step has no penalty.
[[nodiscard]] std::optional<CriticLosses> criticStep(nn::Tadgan& nets,
                                                     Adam& optimiser,
                                                     const nn::AdversarialPreset& preset,
                                                     const CriticBatch& batch,
                                                     const StepOptions& options);

} // namespace spall::train
