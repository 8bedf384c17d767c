// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/base/result.h"
#include "core/nn/torch.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace spall::train {

/// Exponential moving average of weights (Yazıcı et al. 2019), which is what is judged and kept
/// where a preset asks for it. Early on it forgets faster: after t steps at most (1 + t)/(10 + t)
/// stays.
class WeightAverage {
public:
    WeightAverage() = default;
    /// `stays`: share of the average that is left after a step; 0: there is no average.
    WeightAverage(const std::vector<torch::Tensor>& weights, double stays);

    /// Takes the weights after one more step in.
    void follow(const std::vector<torch::Tensor>& weights);
    [[nodiscard]] bool isOn() const { return !m_average.empty(); }

    /// Swaps the average with the weights; a second call puts both back.
    void swap(const std::vector<torch::Tensor>& weights);

    /// Adds the state under `prefix`.
    void store(std::map<std::string, Array>& arrays, const std::string& prefix) const;
    /// Takes it back. errors: UnknownFormat.
    [[nodiscard]] Status restore(const std::map<std::string, Array>& arrays,
                                 const std::string& prefix);

private:
    std::vector<torch::Tensor> m_average;
    double m_stays = 0.0;
    std::int64_t m_steps = 0;
};

} // namespace spall::train
