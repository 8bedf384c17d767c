// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gradient_penalty.h"

#include <vector>

namespace spall::nn {
namespace {

/// Keeps the root's derivative finite at a gradient of zero.
constexpr double kSmallest = 1e-12;

} // namespace

GradientPenalty gradientPenalty(const CriticFunction& critic,
                                const torch::Tensor& real,
                                const torch::Tensor& fake,
                                const torch::Tensor& mix)
{
    TORCH_CHECK(real.sizes() == fake.sizes() && mix.size(0) == real.size(0),
                "the gradient penalty needs as many real as fake inputs of one shape");
    std::vector<std::int64_t> shape(static_cast<std::size_t>(real.dim()), 1);
    shape.front() = real.size(0);
    const auto weight = mix.reshape(shape);
    const auto between =
        (weight * real.detach() + (1.0 - weight) * fake.detach()).requires_grad_(true);
    const auto gradients = torch::autograd::grad({critic(between).sum()},
                                                 {between},
                                                 /*grad_outputs=*/{},
                                                 /*retain_graph=*/true,
                                                 /*create_graph=*/true);
    const auto norm = gradients.front().flatten(1).square().sum(1).clamp_min(kSmallest).sqrt();
    return {.penalty = (norm - 1.0).square().mean(), .meanNorm = norm.detach().mean()};
}

} // namespace spall::nn
