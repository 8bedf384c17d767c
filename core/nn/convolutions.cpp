// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/convolutions.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::nn {

ConvShape convShape(const EncoderPreset& encoder)
{
    return {.kernel = encoder.kernel, .stride = encoder.stride, .slope = encoder.slope};
}

ConvShape convShape(const SignalCriticPreset& critic)
{
    return {.kernel = critic.kernel,
            .stride = critic.stride,
            .ends = critic.padding,
            .slope = critic.slope};
}

std::int64_t paddedLength(std::int64_t length, const ConvShape& shape, std::size_t depth)
{
    std::int64_t unit = 1;
    for (std::size_t i = 0; i < depth; ++i) {
        unit *= shape.stride;
    }
    return (length + unit - 1) / unit * unit;
}

std::int64_t workingLength(const Preset& preset, std::int64_t length)
{
    if (preset.encoder.body == Body::Recurrent) {
        const ConvShape doubling{.kernel = 2, .stride = 2};
        return paddedLength(length, doubling, preset.generator.channels.size() - 1);
    }
    return paddedLength(length, convShape(preset.encoder), preset.encoder.channels.size());
}

ConvStackImpl::ConvStackImpl(std::int64_t inputChannels,
                             const std::vector<int>& channels,
                             ConvShape shape)
    : m_shape{shape}
{
    std::int64_t in = inputChannels;
    for (const int out : channels) {
        const auto options = torch::nn::Conv1dOptions(in, out, shape.kernel)
                                 .stride(shape.stride)
                                 .padding(shape.padding());
        m_layers.push_back(
            register_module(fmt::format("conv{}", m_layers.size()), torch::nn::Conv1d(options)));
        in = out;
    }
}

torch::Tensor ConvStackImpl::forward(torch::Tensor x, const Dropout& dropout)
{
    for (auto& layer : m_layers) {
        x = dropout(torch::leaky_relu(layer->forward(x), m_shape.slope));
    }
    return x;
}

std::int64_t ConvStackImpl::outputLength(std::int64_t length) const
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        length = (length + 2 * m_shape.padding() - m_shape.kernel) / m_shape.stride + 1;
    }
    return length;
}

UpsamplingImpl::UpsamplingImpl(std::int64_t in, std::int64_t out, ConvShape shape)
    : m_weight{register_parameter("weight", torch::empty({in, out, shape.kernel}))},
      m_bias{register_parameter("bias", torch::empty({out}))},
      m_shape{shape}
{
    // As ConvTranspose1d does: uniform within 1/sqrt(out·kernel).
    const double bound = 1.0 / std::sqrt(static_cast<double>(out * shape.kernel));
    const torch::NoGradGuard fixed;
    m_weight.uniform_(-bound, bound);
    m_bias.uniform_(-bound, bound);
}

torch::Tensor UpsamplingImpl::forward(const torch::Tensor& x)
{
    TORCH_CHECK(x.dim() == 3 && x.size(1) == m_weight.size(0), "upsampling needs [N, in, L]");
    const std::int64_t stride = m_shape.stride;
    const std::int64_t taps = m_shape.kernel / stride;
    const std::int64_t out = m_weight.size(1);
    // Output sample stride·q + r is a sum over j of x[q - j] · weight[stride·j + r].
    const auto phases = m_weight.reshape({x.size(1), out, taps, stride})
                            .flip(2)
                            .permute({1, 3, 0, 2})
                            .reshape({out * stride, x.size(1), taps});
    const auto y = torch::conv1d(x, phases, {}, 1, taps - 1);
    const auto whole = y.reshape({x.size(0), out, stride, y.size(2)})
                           .transpose(2, 3)
                           .reshape({x.size(0), out, stride * y.size(2)});
    return whole.narrow(2, m_shape.padding(), stride * x.size(2)) + m_bias.reshape({1, out, 1});
}

void UpsamplingImpl::zero()
{
    const torch::NoGradGuard fixed;
    m_weight.zero_();
    m_bias.zero_();
}

} // namespace spall::nn
