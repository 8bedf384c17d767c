// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/recurrent_stack.h"

#include <fmt/format.h>

namespace spall::nn {

RecurrentStackImpl::RecurrentStackImpl(std::int64_t inputs,
                                       const std::vector<int>& units,
                                       Growth growth)
    : m_growth{growth}
{
    for (const int count : units) {
        m_layers.push_back(
            register_module(fmt::format("lstm{}", m_layers.size()), BiLstm(inputs, count)));
        inputs = 2 * count;
    }
}

torch::Tensor RecurrentStackImpl::forward(torch::Tensor x)
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (i > 0 && m_growth == Growth::Doubling) {
            x = x.repeat_interleave(2, 1);
        }
        x = m_layers[i]->forward(x);
    }
    return x;
}

} // namespace spall::nn
