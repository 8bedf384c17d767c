// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/encoder.h"

namespace spall::nn {

EncoderImpl::EncoderImpl(const EncoderPreset& preset,
                         std::int64_t inputChannels,
                         std::int64_t length)
    : m_shape{preset.latent}, m_latentNumbers{preset.latentSize}
{
    std::int64_t steps = length;
    std::int64_t width = preset.channels.back();
    if (preset.body == Body::Recurrent) {
        m_recurrent =
            register_module("body", RecurrentStack(inputChannels, preset.channels, Growth::None));
        width *= 2;
    } else {
        m_convolutions =
            register_module("body", ConvStack(inputChannels, preset.channels, convShape(preset)));
        steps = m_convolutions->outputLength(length);
    }
    if (m_shape == LatentShape::Map) {
        m_latentNumbers = preset.latentSize * steps;
        m_map = register_module(
            "map", torch::nn::Conv1d(torch::nn::Conv1dOptions(width, preset.latentSize, 1)));
    } else {
        const std::int64_t joined = m_shape == LatentShape::Flat ? width * steps : width;
        m_head = register_module("head", torch::nn::Linear(joined, preset.latentSize));
    }
}

torch::Tensor EncoderImpl::features(const torch::Tensor& x)
{
    return m_recurrent ? m_recurrent->forward(x.transpose(1, 2)).transpose(1, 2)
                       : m_convolutions->forward(x);
}

torch::Tensor EncoderImpl::forward(const torch::Tensor& x)
{
    const auto seen = features(x);
    switch (m_shape) {
    case LatentShape::Map:
        return m_map->forward(seen).flatten(1);
    case LatentShape::Pooled:
        return m_head->forward(seen.mean(2));
    case LatentShape::Flat:
        return m_head->forward(seen.flatten(1));
    }
    return {};
}

} // namespace spall::nn
