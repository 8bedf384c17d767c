// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dropout.h"

namespace spall::nn {

torch::Tensor Dropout::operator()(const torch::Tensor& x) const
{
    if (!isOn()) {
        return x;
    }
    const auto kept = torch::empty(x.sizes(), torch::kFloat32).bernoulli_(1.0 - rate, noise);
    return x * kept.to(x.device()).div_(1.0 - rate);
}

std::uint32_t Dropout::seed() const
{
    return at::check_generator<at::CPUGeneratorImpl>(noise)->random();
}

} // namespace spall::nn
