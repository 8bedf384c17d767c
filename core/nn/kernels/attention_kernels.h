// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// Scaled attention of one head on one window without its matrix of weights: eight rows of it are
// made at a time and made anew wherever they are needed. All operands are [depth, tokens]; queries
// come scaled. No torch in here.
namespace spall::nn::kernels {

/// Sizes of a head, and which of its weights are dropped: none at a rate of 0. The same seed drops
/// the same.
struct Head {
    std::int64_t tokens = 0;
    std::int64_t depth = 0;
    float dropout = 0.0F;
    std::uint32_t seed = 0;
};

struct Attended {
    const float* query;
    const float* key;
    const float* value;
    const float* logSums; ///< [tokens], as `attend` writes them
};

struct AttendedGradients {
    float* query;
    float* key;
    float* value;
};

/// out = softmax(q' k) v, and the logarithm of each row's sum of exponentials.
void attend(const Head& head, const Attended& in, float* out, float* logSums);

/// Gradients of sum(out · gradient) for queries, keys and values.
void attendBackward(const Head& head,
                    const Attended& in,
                    const float* gradient,
                    const AttendedGradients& out);

/// Gradients of sum(dq · a.query) + sum(dk · a.key) + sum(dv · a.value), where dq, dk, dv are what
/// `attendBackward` gives, for queries, keys, values and `gradient` (into `outGradient`).
void attendTwice(const Head& head,
                 const Attended& in,
                 const float* gradient,
                 const Attended& along,
                 const AttendedGradients& out,
                 float* outGradient);

} // namespace spall::nn::kernels
