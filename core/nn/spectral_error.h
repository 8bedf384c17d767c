// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/torch.h"

namespace spall::nn {

/// Multi-resolution spectral error of windows [N, C, L] against their reconstruction, a scalar
/// (Yamamoto et al. 2020, equations 5 to 7): for Hann frames of 32, 128 and 512 samples, as far as
/// they fit, at a quarter of their length from each other, the relative error of all magnitudes and
/// the mean difference of their logarithms; mean over the resolutions.
[[nodiscard]] torch::Tensor spectralError(const torch::Tensor& x,
                                          const torch::Tensor& reconstruction);

} // namespace spall::nn
