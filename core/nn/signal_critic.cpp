// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/signal_critic.h"

#include <fmt/format.h>

namespace spall::nn {
namespace {

constexpr double kPositionDeviation = 0.02;

} // namespace

TokenStemImpl::TokenStemImpl(const SignalCriticPreset& preset, std::int64_t inputChannels)
    : m_patch{preset.stem == Stem::Patch ? preset.patch : 1}
{
    std::int64_t numbers = inputChannels * m_patch;
    m_unit = m_patch;
    if (preset.stem == Stem::Convolution) {
        ConvShape shape = convShape(preset);
        shape.ends = Padding::Zeros;
        m_convolutions =
            register_module("convolutions", ConvStack(inputChannels, preset.channels, shape));
        m_unit = paddedLength(1, shape, preset.channels.size());
        numbers = preset.channels.back();
    }
    m_embed = register_module("embed", torch::nn::Linear(numbers, preset.width));
}

torch::Tensor TokenStemImpl::forward(const torch::Tensor& x)
{
    const auto signal = m_convolutions ? m_convolutions->forward(x) : x;
    const std::int64_t tokens = signal.size(2) / m_patch;
    // The same as a convolution whose stride is its kernel, but as one matrix product.
    const auto pieces = signal.reshape({signal.size(0), signal.size(1), tokens, m_patch})
                            .transpose(1, 2)
                            .reshape({signal.size(0), tokens, signal.size(1) * m_patch});
    return m_embed->forward(pieces);
}

SignalCriticImpl::SignalCriticImpl(const SignalCriticPreset& preset,
                                   std::int64_t inputChannels,
                                   std::int64_t length)
    : m_pooling{preset.pooling}, m_dropout{preset.dropout, {}}
{
    const bool isTransformer = preset.body == CriticBody::Transformer;
    const std::int64_t tokens = isTransformer ? buildTransformer(preset, inputChannels, length)
                                              : buildConvolutions(preset, inputChannels, length);
    TORCH_CHECK(tokens > 0, "the signal critic's convolutions leave nothing of so short a window");
    std::int64_t pooled = isTransformer ? preset.width : preset.channels.back();
    if (m_pooling == Pooling::Both) {
        pooled *= 2;
    } else if (m_pooling == Pooling::Flat) {
        pooled *= tokens;
    }
    m_head = register_module("head", torch::nn::Linear(pooled, 1));
}

std::int64_t SignalCriticImpl::buildConvolutions(const SignalCriticPreset& preset,
                                                 std::int64_t inputChannels,
                                                 std::int64_t length)
{
    const ConvShape shape = convShape(preset);
    m_convolutions = register_module("body", ConvStack(inputChannels, preset.channels, shape));
    if (shape.ends == Padding::Zeros) {
        m_unit = paddedLength(1, shape, preset.channels.size());
        length = paddedLength(length, shape, preset.channels.size());
    }
    return m_convolutions->outputLength(length);
}

std::int64_t SignalCriticImpl::buildTransformer(const SignalCriticPreset& preset,
                                                std::int64_t inputChannels,
                                                std::int64_t length)
{
    m_stem = register_module("stem", TokenStem(preset, inputChannels));
    m_unit = m_stem->unit();
    const std::int64_t tokens = (length + m_unit - 1) / m_unit;
    if (preset.positions == Positions::Learned) {
        m_positions = register_parameter("positions",
                                         torch::randn({tokens, preset.width}) * kPositionDeviation);
    }
    for (int i = 0; i < preset.layers; ++i) {
        m_layers.push_back(register_module(fmt::format("layer{}", i), TransformerLayer(preset)));
    }
    if (preset.normalisation == Normalisation::Before) {
        m_norm = register_module("norm",
                                 torch::nn::LayerNorm(torch::nn::LayerNormOptions({preset.width})));
    }
    return tokens;
}

torch::Tensor SignalCriticImpl::forward(const torch::Tensor& x)
{
    TORCH_CHECK(x.dim() == 3, "the signal critic needs [N, C, L]");
    const std::int64_t missing = (m_unit - x.size(2) % m_unit) % m_unit;
    const auto whole = missing > 0 ? torch::constant_pad_nd(x, {missing, 0}) : x;
    return m_head->forward(pool(features(whole))).squeeze(1);
}

torch::Tensor SignalCriticImpl::features(const torch::Tensor& x)
{
    if (m_convolutions) {
        return m_convolutions->forward(x, m_dropout).transpose(1, 2);
    }
    auto tokens = m_stem->forward(x);
    if (m_positions.defined()) {
        tokens = tokens + m_positions;
    }
    for (auto& layer : m_layers) {
        tokens = layer->forward(tokens, m_dropout);
    }
    return m_norm ? m_norm->forward(tokens) : tokens;
}

torch::Tensor SignalCriticImpl::pool(const torch::Tensor& tokens) const
{
    switch (m_pooling) {
    case Pooling::Mean:
        return tokens.mean(1);
    case Pooling::Max:
        return std::get<0>(tokens.max(1));
    case Pooling::Both:
        return torch::cat({tokens.mean(1), std::get<0>(tokens.max(1))}, 1);
    case Pooling::Flat:
        return tokens.flatten(1);
    }
    return {};
}

} // namespace spall::nn
