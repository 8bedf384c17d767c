// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/nn/kernels/adam_kernel.h"
#include "core/nn/preset.h"
#include "core/nn/torch.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace spall::train {

/// Adam with decoupled weight decay (Kingma & Ba 2015; Loshchilov & Hutter 2019). It does the
/// arithmetic of `torch::optim::AdamW`, whose state is keyed by addresses that differ from one
/// version of LibTorch to the next; this one's is plain arrays that go into a checkpoint.
class Adam {
public:
    Adam(std::vector<torch::Tensor> parameters, nn::OptimiserPreset options);

    void zeroGradients();
    /// Scales all gradients down so that their joint norm is at most `largest`.
    void clipGradients(double largest);
    /// One step at `factor` times the preset's rate.
    void step(double factor);

    /// Adds the state under `prefix`.
    void store(std::map<std::string, Array>& arrays, const std::string& prefix) const;
    /// Takes it back. errors: UnknownFormat.
    [[nodiscard]] Status restore(const std::map<std::string, Array>& arrays,
                                 const std::string& prefix);

private:
    void stepInOnePass(std::size_t i,
                       const torch::Tensor& gradient,
                       const nn::kernels::AdamFactors& factors);

    std::vector<torch::Tensor> m_parameters;
    std::vector<torch::Tensor> m_firstMoments;
    std::vector<torch::Tensor> m_secondMoments;
    nn::OptimiserPreset m_options;
    std::int64_t m_steps = 0;
};

} // namespace spall::train
