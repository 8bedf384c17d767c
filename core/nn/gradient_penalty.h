// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/preset.h"
#include "core/nn/torch.h"

#include <functional>

namespace spall::nn {

/// Anything that gives each of N inputs one number.
using CriticFunction = std::function<torch::Tensor(const torch::Tensor&)>;

/// The penalty and what it is made of.
struct GradientPenalty {
    torch::Tensor penalty;  ///< a scalar that can be differentiated
    torch::Tensor meanNorm; ///< mean gradient norm, for show
};

/// Where a gradient penalty looks: at mix·real + (1 - mix)·fake, `mix` [N] in [0, 1].
struct PenaltyPlaces {
    torch::Tensor real;
    torch::Tensor fake;
    torch::Tensor mix;
};

/// Gradient penalty of a critic; the norm of a gradient runs over all its dimensions but the first.
/// Two-sided: mean (norm - 1)² (Gulrajani et al. 2017, equation 3); one-sided: mean max(0, norm -
/// 1)² (Petzka et al. 2018); zero at real: mean norm² at the real inputs (Mescheder et al. 2018).
[[nodiscard]] GradientPenalty
gradientPenalty(const CriticFunction& critic, const PenaltyPlaces& places, PenaltyForm form);

} // namespace spall::nn
