// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/convolutions.h"
#include "core/nn/transformer_layer.h"

#include <vector>

namespace spall::nn {

/// Turns a window [N, C, L] into tokens [N, T, width]; L a multiple of `unit()`.
class TokenStemImpl : public torch::nn::Module {
public:
    TokenStemImpl(const SignalCriticPreset& preset, std::int64_t inputChannels);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x);

    /// Samples of a window that become one token.
    [[nodiscard]] std::int64_t unit() const { return m_unit; }

private:
    std::int64_t m_unit = 1;
    std::int64_t m_patch = 1;
    ConvStack m_convolutions{nullptr};
    torch::nn::Linear m_embed{nullptr};
};
TORCH_MODULE(TokenStem);

/// Cx: [N, C, L] -> one number a window [N], higher for what looks real. A Transformer over tokens
/// or convolutions; then pooled over time and through one linear layer. A window whose length the
/// stem does not divide is filled up with zeros in front.
class SignalCriticImpl : public torch::nn::Module {
public:
    SignalCriticImpl(const SignalCriticPreset& preset,
                     std::int64_t inputChannels,
                     std::int64_t length);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x);

    /// Where dropout takes its noise from while learning; none: nothing is dropped.
    void setNoise(c10::optional<at::Generator> noise) { m_dropout.noise = std::move(noise); }

private:
    /// Makes the body; returns how many tokens it gives.
    [[nodiscard]] std::int64_t buildConvolutions(const SignalCriticPreset& preset,
                                                 std::int64_t inputChannels,
                                                 std::int64_t length);
    [[nodiscard]] std::int64_t buildTransformer(const SignalCriticPreset& preset,
                                                std::int64_t inputChannels,
                                                std::int64_t length);
    [[nodiscard]] torch::Tensor features(const torch::Tensor& x); ///< [N, T, width]
    [[nodiscard]] torch::Tensor pool(const torch::Tensor& tokens) const;

    Pooling m_pooling;
    Dropout m_dropout;
    std::int64_t m_unit = 1;
    ConvStack m_convolutions{nullptr};
    TokenStem m_stem{nullptr};
    torch::Tensor m_positions;
    std::vector<TransformerLayer> m_layers;
    torch::nn::LayerNorm m_norm{nullptr};
    torch::nn::Linear m_head{nullptr};
};
TORCH_MODULE(SignalCritic);

} // namespace spall::nn
