// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/encoder.h"
#include "core/nn/generator.h"
#include "core/nn/latent_critic.h"
#include "core/nn/preset.h"
#include "core/nn/signal_critic.h"
#include "core/nn/skeleton.h"
#include "core/score/front.h"

#include <vector>

namespace spall::nn {

/// The four networks of TadGAN (Geiger et al. 2020) on the linear front of a model.
///
/// Windows are [N, C, L] in healthy deviations, C = 1 in this program. With a skeleton the latent
/// is [V x ; E(rest)] and x̂ = V'V x + G(E([x - V'V x ; w(x)])), so that training starts at the
/// linear reconstruction; without one it is E(x) and x̂ = G(E(x)).
class TadganImpl : public torch::nn::Module {
public:
    /// `channels` above 1 only without a skeleton and whitening, which know one. A length that a
    /// critic without padding cannot see is refused by a torch error.
    TadganImpl(const Preset& preset, const score::Front& front, std::int64_t channels = 1);

    /// Latent [N, K] of windows.
    [[nodiscard]] torch::Tensor encode(const torch::Tensor& x);
    /// Windows [N, 1, L] of latents.
    [[nodiscard]] torch::Tensor decode(const torch::Tensor& z);
    /// G(E(x)).
    [[nodiscard]] torch::Tensor reconstruct(const torch::Tensor& x) { return decode(encode(x)); }

    /// The learned part of a latent [N, learnedLatent()], which Cz compares with a standard normal.
    [[nodiscard]] torch::Tensor learnedPart(const torch::Tensor& z) const;
    [[nodiscard]] std::int64_t learnedLatent() const { return encoder->latentNumbers(); }

    /// What Cx sees of windows [N, 1 or 2, …].
    [[nodiscard]] torch::Tensor criticInput(const torch::Tensor& x) const;

    /// Latents [N, K] as healthy windows have them: mean and deviation of the last
    /// `learnPrior`, times standard normal `noise` [N, K].
    [[nodiscard]] torch::Tensor latentFromPrior(const torch::Tensor& noise) const;
    /// Remembers mean and deviation of these latents [N, K].
    void learnPrior(const torch::Tensor& latents);
    [[nodiscard]] std::int64_t latentNumbers() const { return m_latentMean.size(0); }

    /// The preset's cycle error of windows against their reconstruction, a scalar; with its
    /// spectral part, if the preset has one.
    [[nodiscard]] torch::Tensor cycleError(const torch::Tensor& x,
                                           const torch::Tensor& reconstruction) const;

    [[nodiscard]] bool hasLatentCritic() const { return static_cast<bool>(latentCritic); }
    [[nodiscard]] std::vector<torch::Tensor> generatorParameters() const; ///< of E and G
    [[nodiscard]] std::vector<torch::Tensor> criticParameters() const;    ///< of Cx and Cz

    /// Where both critics' dropout takes its noise from while learning; none: nothing is dropped.
    void setNoise(const c10::optional<at::Generator>& noise);

    Encoder encoder{nullptr};
    Generator generator{nullptr};
    SignalCritic signalCritic{nullptr};
    LatentCritic latentCritic{nullptr}; ///< empty when the preset has none

private:
    [[nodiscard]] torch::Tensor padded(const torch::Tensor& x) const;
    [[nodiscard]] torch::Tensor plainCycleError(const torch::Tensor& error) const;

    std::int64_t m_channels;
    std::int64_t m_length;
    std::int64_t m_paddedLength;
    CycleError m_cycle;
    double m_spectralWeight;
    CriticInput m_criticInput;
    Skeleton m_skeleton{nullptr};
    Whitener m_whitener{nullptr};
    torch::Tensor m_latentMean;
    torch::Tensor m_latentDeviation;
};
TORCH_MODULE(Tadgan);

} // namespace spall::nn
