// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/dropout.h"
#include "core/nn/preset.h"

#include <cstdint>

namespace spall::nn {

/// One encoder layer of a Transformer (Vaswani et al. 2017), [N, T, width] -> the same: multi-head
/// self-attention and a rectified feed-forward block, each added to its input. It can be
/// differentiated twice. Parameters are named as those of PyTorch's TransformerEncoderLayer.
class TransformerLayerImpl : public torch::nn::Module {
public:
    explicit TransformerLayerImpl(const SignalCriticPreset& preset);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x, const Dropout& dropout);

private:
    [[nodiscard]] torch::Tensor attend(const torch::Tensor& x, const Dropout& dropout);
    [[nodiscard]] torch::Tensor feedForward(const torch::Tensor& x, const Dropout& dropout);

    std::int64_t m_heads;
    Normalisation m_normalisation;
    bool m_isRotary;
    torch::nn::Linear m_projection; ///< queries, keys and values in one product
    torch::nn::Linear m_out;
    torch::nn::Linear m_widen;
    torch::nn::Linear m_narrow;
    torch::nn::LayerNorm m_first;
    torch::nn::LayerNorm m_second;
};
TORCH_MODULE(TransformerLayer);

} // namespace spall::nn
