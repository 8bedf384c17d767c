// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/convolutions.h"
#include "core/nn/recurrent_stack.h"

#include <vector>

namespace spall::nn {

/// Sizes of what a generator makes.
struct WindowShape {
    std::int64_t channels = 1;
    std::int64_t length = 0; ///< as of `workingLength`
};

/// G: latent [N, K] as an encoder of the same preset makes it -> [N, C, L].
class GeneratorImpl : public torch::nn::Module {
public:
    GeneratorImpl(const GeneratorPreset& preset, const EncoderPreset& encoder, WindowShape window);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& z);

private:
    void buildConvolutions(const GeneratorPreset& preset,
                           const EncoderPreset& encoder,
                           WindowShape window);
    void
    buildRecurrent(const GeneratorPreset& preset, const EncoderPreset& encoder, WindowShape window);
    [[nodiscard]] torch::Tensor raw(const torch::Tensor& z); ///< before the output's bend

    LatentShape m_shape;
    Output m_output;
    double m_scale;
    double m_slope;
    std::int64_t m_entryChannels = 1; ///< of the map that the first layer works on
    std::int64_t m_steps = 0;         ///< its length
    torch::nn::Conv1d m_spread{nullptr};
    torch::nn::Linear m_entry{nullptr};
    std::vector<Upsampling> m_layers;    ///< these
    RecurrentStack m_recurrent{nullptr}; ///< or these two
    torch::nn::Linear m_last{nullptr};
};
TORCH_MODULE(Generator);

} // namespace spall::nn
