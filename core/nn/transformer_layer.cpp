// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/transformer_layer.h"

#include "core/nn/attention.h"

#include <cmath>

namespace spall::nn {
namespace {

torch::nn::LayerNorm layerNorm(std::int64_t width)
{
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}));
}

/// Rotary positions (Su et al. 2021, section 3.2.2): turns the pairs (k, k + depth/2) of heads
/// [heads, depth, tokens] by place · 10000^(-2k/depth).
torch::Tensor turned(const torch::Tensor& heads)
{
    const std::int64_t half = heads.size(1) / 2;
    const auto speeds =
        torch::pow(10000.0, torch::arange(half, heads.options()) / (-static_cast<double>(half)));
    const auto angles = torch::outer(speeds, torch::arange(heads.size(2), heads.options()));
    const auto cosines = angles.cos();
    const auto sines = angles.sin();
    const auto first = heads.narrow(1, 0, half);
    const auto second = heads.narrow(1, half, half);
    return torch::cat({first * cosines - second * sines, first * sines + second * cosines}, 1);
}

} // namespace

TransformerLayerImpl::TransformerLayerImpl(const SignalCriticPreset& preset)
    : m_heads{preset.heads},
      m_normalisation{preset.normalisation},
      m_isRotary{preset.positions == Positions::Rotary},
      m_projection{register_module("in_proj", torch::nn::Linear(preset.width, 3 * preset.width))},
      m_out{register_module("out_proj", torch::nn::Linear(preset.width, preset.width))},
      m_widen{register_module("linear1", torch::nn::Linear(preset.width, preset.feedForward))},
      m_narrow{register_module("linear2", torch::nn::Linear(preset.feedForward, preset.width))},
      m_first{register_module("norm1", layerNorm(preset.width))},
      m_second{register_module("norm2", layerNorm(preset.width))}
{
    // As MultiheadAttention does: Glorot's uniform weights, no bias at first.
    const torch::NoGradGuard fixed;
    torch::nn::init::xavier_uniform_(m_projection->weight);
    m_projection->bias.zero_();
    m_out->bias.zero_();
}

torch::Tensor TransformerLayerImpl::forward(const torch::Tensor& x, const Dropout& dropout)
{
    TORCH_CHECK(x.dim() == 3, "a Transformer layer needs [N, T, width]");
    if (m_normalisation != Normalisation::After) {
        const auto attended = x + dropout(attend(m_first->forward(x), dropout));
        return attended + dropout(feedForward(m_second->forward(attended), dropout));
    }
    const auto attended = m_first->forward(x + dropout(attend(x, dropout)));
    return m_second->forward(attended + dropout(feedForward(attended, dropout)));
}

torch::Tensor TransformerLayerImpl::attend(const torch::Tensor& x, const Dropout& dropout)
{
    const std::int64_t count = x.size(0);
    const std::int64_t tokens = x.size(1);
    const std::int64_t depth = x.size(2) / m_heads;
    const auto parts = m_projection->forward(x)
                           .reshape({count, tokens, 3, m_heads, depth})
                           .permute({2, 0, 3, 4, 1})
                           .reshape({3, count * m_heads, depth, tokens});
    auto query = parts[0] * (1.0 / std::sqrt(static_cast<double>(depth)));
    auto key = parts[1];
    if (m_isRotary) {
        query = turned(query);
        key = turned(key);
    }
    WeightDropout weights;
    if (dropout.isOn()) {
        weights = {dropout.rate, dropout.seed()};
    }
    const auto mixed = attention(query, key, parts[2], weights);
    return m_out->forward(mixed.reshape({count, m_heads * depth, tokens}).transpose(1, 2));
}

torch::Tensor TransformerLayerImpl::feedForward(const torch::Tensor& x, const Dropout& dropout)
{
    return m_narrow->forward(dropout(torch::relu(m_widen->forward(x))));
}

} // namespace spall::nn
