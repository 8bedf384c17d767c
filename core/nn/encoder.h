// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/convolutions.h"
#include "core/nn/recurrent_stack.h"

namespace spall::nn {

/// E: [N, C, L] -> latent [N, latentNumbers()], L as of `workingLength`.
class EncoderImpl : public torch::nn::Module {
public:
    EncoderImpl(const EncoderPreset& preset, std::int64_t inputChannels, std::int64_t length);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x);

    /// Size of the latent.
    [[nodiscard]] std::int64_t latentNumbers() const { return m_latentNumbers; }

private:
    [[nodiscard]] torch::Tensor features(const torch::Tensor& x); ///< [N, width, steps]

    LatentShape m_shape;
    std::int64_t m_latentNumbers = 0;
    ConvStack m_convolutions{nullptr}; ///< one of these two
    RecurrentStack m_recurrent{nullptr};
    torch::nn::Conv1d m_map{nullptr};
    torch::nn::Linear m_head{nullptr};
};
TORCH_MODULE(Encoder);

} // namespace spall::nn
