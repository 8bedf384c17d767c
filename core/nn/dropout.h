// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/torch.h"

#include <cstdint>

namespace spall::nn {

/// Dropout whose noise comes from a generator of its own; without a generator nothing is dropped.
struct Dropout {
    double rate = 0.0;
    c10::optional<at::Generator> noise;

    [[nodiscard]] bool isOn() const { return noise && rate > 0.0; }
    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& x) const;
    /// A number from the noise, for dropout that is made elsewhere.
    [[nodiscard]] std::uint32_t seed() const;
};

} // namespace spall::nn
