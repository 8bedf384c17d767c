// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/torch.h"
#include "core/score/front.h"

namespace spall::nn {

/// The fixed linear part of a model: the principal components of healthy windows, V [K, L].
class SkeletonImpl : public torch::nn::Module {
public:
    explicit SkeletonImpl(const score::PrincipalComponents& components);

    /// V x of windows [N, 1, L] -> [N, K].
    [[nodiscard]] torch::Tensor coefficients(const torch::Tensor& x) const;
    /// V' c of coefficients [N, K] -> [N, 1, L].
    [[nodiscard]] torch::Tensor compose(const torch::Tensor& coefficients) const;
    [[nodiscard]] std::int64_t count() const { return m_basis.size(0); }

private:
    torch::Tensor m_basis;
};
TORCH_MODULE(Skeleton);

/// The short AR filter of a front as two matrix products over blocks of its order:
/// [N, 1, L] -> [N, 1, L - order], in deviations of healthy residual.
class WhitenerImpl : public torch::nn::Module {
public:
    explicit WhitenerImpl(const score::ArFilter& filter);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const;
    [[nodiscard]] std::int64_t order() const { return m_current.size(0); }

private:
    torch::Tensor m_current;  ///< what a block gives to its own residual
    torch::Tensor m_previous; ///< what it gives to the next block's
};
TORCH_MODULE(Whitener);

} // namespace spall::nn
