// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/generator.h"

#include <fmt/format.h>

namespace spall::nn {

GeneratorImpl::GeneratorImpl(const GeneratorPreset& preset,
                             const EncoderPreset& encoder,
                             WindowShape window)
    : m_shape{encoder.latent},
      m_output{preset.output},
      m_scale{preset.scale},
      m_slope{encoder.slope}
{
    if (encoder.body == Body::Recurrent) {
        buildRecurrent(preset, encoder, window);
    } else {
        buildConvolutions(preset, encoder, window);
    }
}

void GeneratorImpl::buildConvolutions(const GeneratorPreset& preset,
                                      const EncoderPreset& encoder,
                                      WindowShape window)
{
    m_entryChannels = preset.channels.front();
    m_steps = window.length;
    for (std::size_t i = 0; i < preset.channels.size(); ++i) {
        m_steps /= encoder.stride;
    }
    if (m_shape == LatentShape::Map) {
        const auto options =
            torch::nn::Conv1dOptions(encoder.latentSize, m_entryChannels, 3).padding(1);
        m_spread = register_module("spread", torch::nn::Conv1d(options));
    } else {
        m_entry = register_module("entry",
                                  torch::nn::Linear(encoder.latentSize, m_entryChannels * m_steps));
    }
    for (std::size_t i = 0; i < preset.channels.size(); ++i) {
        const bool isLast = i + 1 == preset.channels.size();
        const std::int64_t out = isLast ? window.channels : preset.channels[i + 1];
        m_layers.push_back(register_module(
            fmt::format("up{}", i), Upsampling(preset.channels[i], out, convShape(encoder))));
    }
    if (preset.lastLayer == LastLayer::Zero) {
        m_layers.back()->zero();
    }
}

void GeneratorImpl::buildRecurrent(const GeneratorPreset& preset,
                                   const EncoderPreset& encoder,
                                   WindowShape window)
{
    m_steps = window.length >> (preset.channels.size() - 1);
    m_entry = register_module("entry", torch::nn::Linear(encoder.latentSize, m_steps));
    m_recurrent = register_module("body", RecurrentStack(1, preset.channels, Growth::Doubling));
    m_last =
        register_module("last", torch::nn::Linear(2 * preset.channels.back(), window.channels));
    if (preset.lastLayer == LastLayer::Zero) {
        const torch::NoGradGuard fixed;
        m_last->weight.zero_();
        m_last->bias.zero_();
    }
}

torch::Tensor GeneratorImpl::forward(const torch::Tensor& z)
{
    const auto x = raw(z);
    return m_output == Output::Tanh ? m_scale * torch::tanh(x) : x;
}

torch::Tensor GeneratorImpl::raw(const torch::Tensor& z)
{
    if (m_recurrent) {
        const auto steps = m_recurrent->forward(m_entry->forward(z).unsqueeze(2));
        return m_last->forward(steps).transpose(1, 2);
    }
    auto x = m_shape == LatentShape::Map
                 ? m_spread->forward(z.reshape({z.size(0), -1, m_steps}))
                 : m_entry->forward(z).reshape({z.size(0), m_entryChannels, m_steps});
    for (auto& layer : m_layers) {
        x = layer->forward(torch::leaky_relu(x, m_slope));
    }
    return x;
}

} // namespace spall::nn
