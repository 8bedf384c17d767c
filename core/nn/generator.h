// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/convolutions.h"

#include <vector>

namespace spall::nn {

/// G: latent [N, K] as an encoder of the same preset makes it -> [N, 1, L], L as of
/// `paddedLength`.
class GeneratorImpl : public torch::nn::Module {
public:
    GeneratorImpl(const GeneratorPreset& preset, const EncoderPreset& encoder, std::int64_t length);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& z);

private:
    LatentShape m_shape;
    Output m_output;
    double m_slope;
    std::int64_t m_entryChannels; ///< of the map that the first layer works on
    std::int64_t m_steps;         ///< its length
    torch::nn::Conv1d m_spread{nullptr};
    torch::nn::Linear m_entry{nullptr};
    std::vector<Upsampling> m_layers;
};
TORCH_MODULE(Generator);

} // namespace spall::nn
