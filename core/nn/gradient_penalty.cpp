// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gradient_penalty.h"

#include <vector>

namespace spall::nn {
namespace {

/// Keeps the root's derivative finite at a gradient of zero.
constexpr double kSmallest = 1e-12;

torch::Tensor between(const PenaltyPlaces& places)
{
    std::vector<std::int64_t> shape(static_cast<std::size_t>(places.real.dim()), 1);
    shape.front() = places.real.size(0);
    const auto weight = places.mix.reshape(shape);
    return weight * places.real.detach() + (1.0 - weight) * places.fake.detach();
}

torch::Tensor penaltyOf(const torch::Tensor& norm, PenaltyForm form)
{
    switch (form) {
    case PenaltyForm::TwoSided:
        return (norm - 1.0).square().mean();
    case PenaltyForm::OneSided:
        return torch::relu(norm - 1.0).square().mean();
    case PenaltyForm::ZeroAtReal:
        return norm.square().mean();
    }
    return {};
}

} // namespace

GradientPenalty
gradientPenalty(const CriticFunction& critic, const PenaltyPlaces& places, PenaltyForm form)
{
    TORCH_CHECK(places.real.sizes() == places.fake.sizes() &&
                    places.mix.size(0) == places.real.size(0),
                "the gradient penalty needs as many real as fake inputs of one shape");
    auto where = form == PenaltyForm::ZeroAtReal ? places.real.detach().clone() : between(places);
    where.requires_grad_(true);
    const auto gradients = torch::autograd::grad({critic(where).sum()},
                                                 {where},
                                                 /*grad_outputs=*/{},
                                                 /*retain_graph=*/true,
                                                 /*create_graph=*/true);
    const auto norm = gradients.front().flatten(1).square().sum(1).clamp_min(kSmallest).sqrt();
    return {.penalty = penaltyOf(norm, form), .meanNorm = norm.detach().mean()};
}

} // namespace spall::nn
