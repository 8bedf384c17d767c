// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/tadgan.h"

#include "core/nn/spectral_error.h"

namespace spall::nn {

TadganImpl::TadganImpl(const Preset& preset, const score::Front& front, std::int64_t channels)
    : m_channels{channels},
      m_length{front.windowLength},
      m_paddedLength{workingLength(preset, front.windowLength)},
      m_cycle{preset.cycle},
      m_spectralWeight{preset.training.spectralWeight},
      m_criticInput{preset.signalCritic.input}
{
    const bool hasSkeleton = preset.skeleton == SkeletonKind::Components;
    const bool seesWhitened = m_criticInput == CriticInput::SignalAndWhitened;
    if (hasSkeleton) {
        m_skeleton = register_module("skeleton", Skeleton(front.components));
    }
    if (hasSkeleton || seesWhitened || m_cycle == CycleError::Whitened) {
        m_whitener = register_module("whitener", Whitener(front.shortFilter));
    }
    TORCH_CHECK(channels == 1 || (!m_skeleton && !m_whitener),
                "skeleton and whitening are of one channel");
    encoder = register_module("encoder",
                              Encoder(preset.encoder, hasSkeleton ? 2 : channels, m_paddedLength));
    generator = register_module(
        "generator",
        Generator(preset.generator, preset.encoder, WindowShape{channels, m_paddedLength}));
    const std::int64_t seen = seesWhitened ? m_length - m_whitener->order() : m_length;
    signalCritic = register_module(
        "signal_critic", SignalCritic(preset.signalCritic, seesWhitened ? 2 : channels, seen));
    if (!preset.latentCritic.widths.empty()) {
        latentCritic =
            register_module("latent_critic", LatentCritic(preset.latentCritic, learnedLatent()));
    }
    const std::int64_t latents = learnedLatent() + (hasSkeleton ? m_skeleton->count() : 0);
    m_latentMean = register_buffer("latent_mean", torch::zeros({latents}));
    m_latentDeviation = register_buffer("latent_deviation", torch::ones({latents}));
}

torch::Tensor TadganImpl::padded(const torch::Tensor& x) const
{
    return m_paddedLength == m_length ? x
                                      : torch::constant_pad_nd(x, {0, m_paddedLength - m_length});
}

torch::Tensor TadganImpl::encode(const torch::Tensor& x)
{
    TORCH_CHECK(x.dim() == 3 && x.size(1) == m_channels && x.size(2) == m_length,
                "windows must be [N, ",
                m_channels,
                ", ",
                m_length,
                "]");
    if (!m_skeleton) {
        return encoder->forward(padded(x));
    }
    const auto coefficients = m_skeleton->coefficients(x);
    const auto rest = x - m_skeleton->compose(coefficients);
    const auto whitened = torch::constant_pad_nd(m_whitener->forward(x), {m_whitener->order(), 0});
    const auto correction = encoder->forward(padded(torch::cat({rest, whitened}, 1)));
    return torch::cat({coefficients, correction}, 1);
}

torch::Tensor TadganImpl::decode(const torch::Tensor& z)
{
    TORCH_CHECK(
        z.dim() == 2 && z.size(1) == latentNumbers(), "latents must be [N, ", latentNumbers(), "]");
    const auto learned = generator->forward(learnedPart(z)).narrow(2, 0, m_length);
    return m_skeleton ? m_skeleton->compose(z.narrow(1, 0, m_skeleton->count())) + learned
                      : learned;
}

torch::Tensor TadganImpl::learnedPart(const torch::Tensor& z) const
{
    return m_skeleton ? z.narrow(1, m_skeleton->count(), learnedLatent()) : z;
}

torch::Tensor TadganImpl::criticInput(const torch::Tensor& x) const
{
    if (m_criticInput == CriticInput::Signal) {
        return x;
    }
    const std::int64_t skipped = m_whitener->order();
    return torch::cat({x.narrow(2, skipped, m_length - skipped), m_whitener->forward(x)}, 1);
}

torch::Tensor TadganImpl::latentFromPrior(const torch::Tensor& noise) const
{
    return m_latentMean + m_latentDeviation * noise;
}

void TadganImpl::learnPrior(const torch::Tensor& latents)
{
    const torch::NoGradGuard fixed;
    m_latentMean.copy_(latents.mean(0));
    m_latentDeviation.copy_(latents.std(0, /*unbiased=*/false));
}

torch::Tensor TadganImpl::cycleError(const torch::Tensor& x,
                                     const torch::Tensor& reconstruction) const
{
    const auto error = plainCycleError(x - reconstruction);
    return m_spectralWeight > 0.0 ? error + m_spectralWeight * spectralError(x, reconstruction)
                                  : error;
}

torch::Tensor TadganImpl::plainCycleError(const torch::Tensor& error) const
{
    switch (m_cycle) {
    case CycleError::Absolute:
        return error.abs().mean();
    case CycleError::Square:
        return error.square().mean();
    case CycleError::Whitened:
        return m_whitener->forward(error).square().mean();
    }
    return {};
}

std::vector<torch::Tensor> TadganImpl::generatorParameters() const
{
    auto parameters = encoder->parameters();
    const auto more = generator->parameters();
    parameters.insert(parameters.end(), more.begin(), more.end());
    return parameters;
}

void TadganImpl::setNoise(const c10::optional<at::Generator>& noise)
{
    signalCritic->setNoise(noise);
    if (latentCritic) {
        latentCritic->setNoise(noise);
    }
}

std::vector<torch::Tensor> TadganImpl::criticParameters() const
{
    auto parameters = signalCritic->parameters();
    if (latentCritic) {
        const auto more = latentCritic->parameters();
        parameters.insert(parameters.end(), more.begin(), more.end());
    }
    return parameters;
}

} // namespace spall::nn
