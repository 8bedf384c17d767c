// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/preset.h"
#include "core/nn/torch.h"

#include <cstdint>
#include <vector>

namespace spall::nn {

/// Cz: latent [N, K] -> one number each [N], higher for what looks drawn from the prior.
class LatentCriticImpl : public torch::nn::Module {
public:
    LatentCriticImpl(const LatentCriticPreset& preset, std::int64_t latentNumbers);
    [[nodiscard]] torch::Tensor forward(torch::Tensor z);

private:
    std::vector<torch::nn::Linear> m_layers;
};
TORCH_MODULE(LatentCritic);

} // namespace spall::nn
