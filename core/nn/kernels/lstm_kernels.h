// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// One direction of an LSTM layer over all its steps, for some windows of a batch. Gates stand in
// the order input, forget, candidate, output. No torch in here.
namespace spall::nn::kernels {

enum class TimeOrder { Forward, Backward };

struct LstmSize {
    std::int64_t steps = 0;
    std::int64_t batch = 0;
    std::int64_t units = 0;
    TimeOrder order = TimeOrder::Forward;
};

/// What a forward pass leaves behind, each [steps, batch, …].
struct LstmTrace {
    float* gates;  ///< 4·units; in: what the input gives to them, out: after their nonlinearities
    float* cells;  ///< units
    float* hidden; ///< units, the layer's output
};

/// Windows worked on together; ranges handed to the functions below start at multiples of it.
inline constexpr std::int64_t kLstmBlock = 8;

/// Windows [first, first + 8) as far as there are any; `weight` [4·units, units].
void lstmForward(const LstmSize& size,
                 const float* weight,
                 const LstmTrace& trace,
                 std::int64_t first);

/// Gradients of the gates before their nonlinearities into `gateGradients` [steps, batch, 4·units]
/// from those of the output [steps, batch, units].
void lstmBackward(const LstmSize& size,
                  const float* weight,
                  const LstmTrace& trace,
                  const float* gradient,
                  float* gateGradients,
                  std::int64_t first);

} // namespace spall::nn::kernels
