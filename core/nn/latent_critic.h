// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/dropout.h"
#include "core/nn/preset.h"
#include "core/nn/torch.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace spall::nn {

/// Cz: latent [N, K] -> one number each [N], higher for what looks drawn from the prior.
class LatentCriticImpl : public torch::nn::Module {
public:
    LatentCriticImpl(const LatentCriticPreset& preset, std::int64_t latentNumbers);
    [[nodiscard]] torch::Tensor forward(torch::Tensor z);

    /// As SignalCritic's.
    void setNoise(c10::optional<at::Generator> noise) { m_dropout.noise = std::move(noise); }

private:
    Dropout m_dropout;
    std::vector<torch::nn::Linear> m_layers;
};
TORCH_MODULE(LatentCritic);

} // namespace spall::nn
