// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/torch.h"

#include <array>
#include <cstdint>

namespace spall::nn {

/// A bidirectional LSTM layer (Hochreiter & Schmidhuber 1997), [N, T, in] -> [N, T, 2·units]: each
/// direction with one bias a gate, as in Geiger et al. 2020. Numbers are those of `torch::nn::LSTM`
/// whose second bias is zero; parameters are named like its own. On a processor all steps of a pass
/// run in one loop without a call into torch for each; it can be differentiated once.
class BiLstmImpl : public torch::nn::Module {
public:
    BiLstmImpl(std::int64_t inputs, std::int64_t units);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x);

private:
    struct Direction {
        torch::Tensor input;     ///< [4·units, in]
        torch::Tensor recurrent; ///< [4·units, units]
        torch::Tensor bias;      ///< [4·units]
    };

    [[nodiscard]] torch::Tensor byLibrary(const torch::Tensor& x) const;

    std::int64_t m_units;
    std::array<Direction, 2> m_directions;
};
TORCH_MODULE(BiLstm);

} // namespace spall::nn
