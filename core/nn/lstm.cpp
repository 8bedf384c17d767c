// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/lstm.h"

#include "core/nn/kernels/lstm_kernels.h"
#include "core/nn/stop_scope.h"

#include <cmath>

namespace spall::nn {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::array<kernels::TimeOrder, 2> kOrders{kernels::TimeOrder::Forward,
                                                    kernels::TimeOrder::Backward};

kernels::LstmSize sizeOf(const torch::Tensor& gates, std::size_t direction)
{
    return {.steps = gates.size(0),
            .batch = gates.size(1),
            .units = gates.size(2) / 4,
            .order = kOrders[direction]};
}

/// Calls `work(direction, first window)` for both directions and all blocks of windows.
template <typename Work> void forEachBlock(std::int64_t batch, const Work& work)
{
    const std::int64_t blocks = (batch + kernels::kLstmBlock - 1) / kernels::kLstmBlock;
    at::parallel_for(0, 2 * blocks, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last && !isStopping(); ++i) {
            work(static_cast<std::size_t>(i % 2), i / 2 * kernels::kLstmBlock);
        }
    });
}

/// Gradient of a recurrent weight: each step's gates with the output of the step before it.
torch::Tensor recurrentGradient(const torch::Tensor& gateGradients,
                                const torch::Tensor& hidden,
                                kernels::TimeOrder order)
{
    const std::int64_t most = hidden.size(0) - 1;
    const bool isForward = order == kernels::TimeOrder::Forward;
    const auto gates = gateGradients.narrow(0, isForward ? 1 : 0, most).flatten(0, 1);
    const auto before = hidden.narrow(0, isForward ? 0 : 1, most).flatten(0, 1);
    return torch::mm(gates.t(), before);
}

/// Both directions over what the input gives to their gates, [T, N, 4·units] each -> [T, N, units]
/// each.
class Recurrence : public torch::autograd::Function<Recurrence> {
public:
    static variable_list forward(AutogradContext* context,
                                 const torch::Tensor& forwardGates,
                                 const torch::Tensor& backwardGates,
                                 const torch::Tensor& forwardWeight,
                                 const torch::Tensor& backwardWeight)
    {
        const variable_list weights{forwardWeight.contiguous(), backwardWeight.contiguous()};
        variable_list gates{forwardGates.clone(at::MemoryFormat::Contiguous),
                            backwardGates.clone(at::MemoryFormat::Contiguous)};
        variable_list cells;
        variable_list hidden;
        for (std::size_t i = 0; i < 2; ++i) {
            const auto size = sizeOf(gates[i], i);
            cells.push_back(torch::empty({size.steps, size.batch, size.units}));
            hidden.push_back(torch::empty_like(cells.back()));
        }
        forEachBlock(gates[0].size(1), [&](std::size_t i, std::int64_t first) {
            kernels::lstmForward(sizeOf(gates[i], i),
                                 weights[i].data_ptr<float>(),
                                 {gates[i].data_ptr<float>(),
                                  cells[i].data_ptr<float>(),
                                  hidden[i].data_ptr<float>()},
                                 first);
        });
        context->save_for_backward(
            {weights[0], weights[1], gates[0], gates[1], cells[0], cells[1], hidden[0], hidden[1]});
        return hidden;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        variable_list slopes;
        for (std::size_t i = 0; i < 2; ++i) {
            gradients[i] = gradients[i].contiguous();
            slopes.push_back(torch::empty_like(saved[2 + i]));
        }
        forEachBlock(saved[2].size(1), [&](std::size_t i, std::int64_t first) {
            kernels::lstmBackward(sizeOf(saved[2 + i], i),
                                  saved[i].data_ptr<float>(),
                                  {saved[2 + i].data_ptr<float>(),
                                   saved[4 + i].data_ptr<float>(),
                                   saved[6 + i].data_ptr<float>()},
                                  gradients[i].data_ptr<float>(),
                                  slopes[i].data_ptr<float>(),
                                  first);
        });
        return {slopes[0],
                slopes[1],
                recurrentGradient(slopes[0], saved[6], kOrders[0]),
                recurrentGradient(slopes[1], saved[7], kOrders[1])};
    }
};

} // namespace

BiLstmImpl::BiLstmImpl(std::int64_t inputs, std::int64_t units) : m_units{units}
{
    const torch::NoGradGuard fixed;
    const double bound = 1.0 / std::sqrt(static_cast<double>(units));
    const std::array<const char*, 2> endings{"", "_reverse"};
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string ending = endings[i];
        const auto make = [&](const std::string& name, torch::IntArrayRef shape) {
            return register_parameter(name + ending, torch::empty(shape).uniform_(-bound, bound));
        };
        m_directions[i] = {.input = make("weight_ih", {4 * units, inputs}),
                           .recurrent = make("weight_hh", {4 * units, units}),
                           .bias = make("bias", {4 * units})};
    }
}

torch::Tensor BiLstmImpl::forward(const torch::Tensor& x)
{
    TORCH_CHECK(x.dim() == 3, "an LSTM layer needs [N, T, in]");
    if (!x.is_cpu()) {
        return byLibrary(x);
    }
    const auto byTime = x.transpose(0, 1);
    const auto& [ahead, back] = m_directions;
    const auto hidden = Recurrence::apply(torch::linear(byTime, ahead.input, ahead.bias),
                                          torch::linear(byTime, back.input, back.bias),
                                          ahead.recurrent,
                                          back.recurrent);
    return torch::cat({hidden[0], hidden[1]}, 2).transpose(0, 1);
}

torch::Tensor BiLstmImpl::byLibrary(const torch::Tensor& x) const
{
    std::vector<torch::Tensor> parameters;
    for (const Direction& direction : m_directions) {
        parameters.insert(parameters.end(),
                          {direction.input,
                           direction.recurrent,
                           direction.bias,
                           torch::zeros_like(direction.bias)});
    }
    const auto state = torch::zeros({2, x.size(0), m_units}, x.options());
    return std::get<0>(
        torch::lstm(x, {state, state}, parameters, true, 1, 0.0, is_training(), true, true));
}

} // namespace spall::nn
