// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/encoder.h"

namespace spall::nn {

EncoderImpl::EncoderImpl(const EncoderPreset& preset,
                         std::int64_t inputChannels,
                         std::int64_t length)
    : m_shape{preset.latent},
      m_latentNumbers{preset.latentSize},
      m_body{register_module("body", ConvStack(inputChannels, preset.channels, convShape(preset)))}
{
    std::int64_t steps = length;
    for (std::size_t i = 0; i < preset.channels.size(); ++i) {
        steps /= preset.stride;
    }
    const std::int64_t width = preset.channels.back();
    if (m_shape == LatentShape::Map) {
        m_latentNumbers = preset.latentSize * steps;
        m_map = register_module(
            "map", torch::nn::Conv1d(torch::nn::Conv1dOptions(width, preset.latentSize, 1)));
    } else {
        const std::int64_t joined = m_shape == LatentShape::Flat ? width * steps : width;
        m_head = register_module("head", torch::nn::Linear(joined, preset.latentSize));
    }
}

torch::Tensor EncoderImpl::forward(const torch::Tensor& x)
{
    const auto features = m_body->forward(x);
    switch (m_shape) {
    case LatentShape::Map:
        return m_map->forward(features).flatten(1);
    case LatentShape::Pooled:
        return m_head->forward(features.mean(2));
    case LatentShape::Flat:
        return m_head->forward(features.flatten(1));
    }
    return {};
}

} // namespace spall::nn
