// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/preset.h"
#include "core/nn/torch.h"

#include <cstdint>

namespace spall::nn {

/// Dropout whose noise comes from a generator of its own; without a generator nothing is dropped.
struct Dropout {
    double rate = 0.0;
    c10::optional<at::Generator> noise;

    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& x) const;
};

/// One encoder layer of a Transformer (Vaswani et al. 2017), [N, T, width] -> the same: multi-head
/// self-attention and a rectified feed-forward block, each added to its input. Written out in
/// products and softmax, which can be differentiated twice. Parameters are named as those of
/// PyTorch's TransformerEncoderLayer.
class TransformerLayerImpl : public torch::nn::Module {
public:
    explicit TransformerLayerImpl(const SignalCriticPreset& preset);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x, const Dropout& dropout);

private:
    [[nodiscard]] torch::Tensor attend(const torch::Tensor& x, const Dropout& dropout);
    [[nodiscard]] torch::Tensor feedForward(const torch::Tensor& x, const Dropout& dropout);

    std::int64_t m_heads;
    Normalisation m_normalisation;
    torch::nn::Linear m_projection; ///< queries, keys and values in one product
    torch::nn::Linear m_out;
    torch::nn::Linear m_widen;
    torch::nn::Linear m_narrow;
    torch::nn::LayerNorm m_first;
    torch::nn::LayerNorm m_second;
};
TORCH_MODULE(TransformerLayer);

} // namespace spall::nn
