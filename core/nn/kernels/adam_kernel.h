// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace spall::nn::kernels {

/// What a step of Adam has in common for all weights.
struct AdamFactors {
    float firstBeta;
    float secondBeta;
    float kept;           ///< of a weight, after its decay
    float rate;           ///< with the first moment's correction in it
    float rootCorrection; ///< square root of the second moment's correction
    float epsilon;
};

struct AdamWeights {
    float* weights;
    float* first;  ///< moments
    float* second; ///< moments
};

/// One step of Adam with decoupled weight decay on `count` weights, in one pass over memory.
void adamStep(const AdamFactors& factors,
              std::int64_t count,
              const float* gradient,
              const AdamWeights& state);

} // namespace spall::nn::kernels
