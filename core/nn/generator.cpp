// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/generator.h"

#include <fmt/format.h>

namespace spall::nn {

GeneratorImpl::GeneratorImpl(const GeneratorPreset& preset,
                             const EncoderPreset& encoder,
                             std::int64_t length)
    : m_shape{encoder.latent},
      m_output{preset.output},
      m_slope{encoder.slope},
      m_entryChannels{preset.channels.front()},
      m_steps{length}
{
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
        const std::int64_t out = isLast ? 1 : preset.channels[i + 1];
        m_layers.push_back(register_module(
            fmt::format("up{}", i), Upsampling(preset.channels[i], out, convShape(encoder))));
    }
    if (preset.lastLayer == LastLayer::Zero) {
        m_layers.back()->zero();
    }
}

torch::Tensor GeneratorImpl::forward(const torch::Tensor& z)
{
    torch::Tensor x;
    if (m_shape == LatentShape::Map) {
        x = m_spread->forward(z.reshape({z.size(0), -1, m_steps}));
    } else {
        x = m_entry->forward(z).reshape({z.size(0), m_entryChannels, m_steps});
    }
    for (auto& layer : m_layers) {
        x = layer->forward(torch::leaky_relu(x, m_slope));
    }
    return m_output == Output::Tanh ? torch::tanh(x) : x;
}

} // namespace spall::nn
