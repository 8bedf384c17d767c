// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/torch.h"

#include <functional>

namespace spall::nn {

/// Anything that gives each of N inputs one number.
using CriticFunction = std::function<torch::Tensor(const torch::Tensor&)>;

/// The penalty and what it is made of.
struct GradientPenalty {
    torch::Tensor penalty;  ///< mean of (norm - 1)², a scalar that can be differentiated
    torch::Tensor meanNorm; ///< mean gradient norm, for show
};

/// Gradient penalty of WGAN-GP (Gulrajani et al. 2017, equation 3) at mix·real + (1 - mix)·fake;
/// the norm of a gradient runs over all its dimensions but the first. `mix` [N] in [0, 1].
[[nodiscard]] GradientPenalty gradientPenalty(const CriticFunction& critic,
                                              const torch::Tensor& real,
                                              const torch::Tensor& fake,
                                              const torch::Tensor& mix);

} // namespace spall::nn
