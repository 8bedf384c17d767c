// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/kernels/adam_kernel.h"

#include "core/nn/kernels/lanes.h"

#include <cmath>

namespace spall::nn::kernels {

SPALL_WIDE void adamStep(const AdamFactors& factors,
                         std::int64_t count,
                         const float* gradient,
                         const AdamWeights& state)
{
    float* const weights = state.weights;
    float* const first = state.first;
    float* const second = state.second;
#pragma GCC ivdep
    for (std::int64_t i = 0; i < count; ++i) {
        const float g = gradient[i];
        const float m = factors.firstBeta * first[i] + (1.0F - factors.firstBeta) * g;
        const float v = factors.secondBeta * second[i] + (1.0F - factors.secondBeta) * g * g;
        const float scale = std::sqrt(v) / factors.rootCorrection + factors.epsilon;
        first[i] = m;
        second[i] = v;
        weights[i] = weights[i] * factors.kept - factors.rate * m / scale;
    }
}

} // namespace spall::nn::kernels
