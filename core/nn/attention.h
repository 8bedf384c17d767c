// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/torch.h"

#include <cstdint>

namespace spall::nn {

/// Which attention weights are dropped: none at a rate of 0; the same seed drops the same.
struct WeightDropout {
    double rate = 0.0;
    std::uint32_t seed = 0;
};

/// softmax(q'k) v of heads [heads, depth, tokens], queries scaled, as [heads, depth, tokens]; can
/// be differentiated twice.
///
/// On a processor the weights [tokens, tokens] are made anew in each pass, eight rows at a time,
/// instead of being held (Rabe & Staats 2021; Dao et al. 2022), in the second derivative too:
/// memory grows with the tokens, not with their square. On a CUDA device they are held.
[[nodiscard]] torch::Tensor attention(const torch::Tensor& query,
                                      const torch::Tensor& key,
                                      const torch::Tensor& value,
                                      const WeightDropout& dropout);

/// The same written out in products and softmax, each held; no dropout.
[[nodiscard]] torch::Tensor
plainAttention(const torch::Tensor& query, const torch::Tensor& key, const torch::Tensor& value);

} // namespace spall::nn
