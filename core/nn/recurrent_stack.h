// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/lstm.h"

#include <vector>

namespace spall::nn {

/// Whether the length doubles between two layers.
enum class Growth { None, Doubling };

/// Bidirectional LSTM layers one on the other, [N, T, in] -> [N, T', 2·units.back()]: T' is T, or
/// T·2^(layers - 1).
class RecurrentStackImpl : public torch::nn::Module {
public:
    RecurrentStackImpl(std::int64_t inputs, const std::vector<int>& units, Growth growth);
    [[nodiscard]] torch::Tensor forward(torch::Tensor x);

private:
    std::vector<BiLstm> m_layers;
    Growth m_growth;
};
TORCH_MODULE(RecurrentStack);

} // namespace spall::nn
