// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/weight_average.h"

#include "core/nn/weights.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::train {

WeightAverage::WeightAverage(const std::vector<torch::Tensor>& weights, double stays)
    : m_stays{stays}
{
    if (stays <= 0.0) {
        return;
    }
    for (const auto& weight : weights) {
        m_average.push_back(weight.detach().clone());
    }
}

void WeightAverage::follow(const std::vector<torch::Tensor>& weights)
{
    if (!isOn()) {
        return;
    }
    const torch::NoGradGuard fixed;
    ++m_steps;
    const auto steps = static_cast<double>(m_steps);
    const double stays = std::min(m_stays, (1.0 + steps) / (10.0 + steps));
    for (std::size_t i = 0; i < weights.size(); ++i) {
        m_average[i].lerp_(weights[i], 1.0 - stays);
    }
}

void WeightAverage::swap(const std::vector<torch::Tensor>& weights)
{
    const torch::NoGradGuard fixed;
    for (std::size_t i = 0; i < m_average.size(); ++i) {
        const auto kept = weights[i].detach().clone();
        weights[i].detach().copy_(m_average[i]);
        m_average[i].copy_(kept);
    }
}

void WeightAverage::store(std::map<std::string, Array>& arrays, const std::string& prefix) const
{
    if (!isOn()) {
        return;
    }
    Array steps;
    steps.shape = {1};
    steps.real = {static_cast<double>(m_steps)};
    arrays[prefix + "steps"] = std::move(steps);
    for (std::size_t i = 0; i < m_average.size(); ++i) {
        arrays[fmt::format("{}{}", prefix, i)] = nn::toArray(m_average[i]);
    }
}

Status WeightAverage::restore(const std::map<std::string, Array>& arrays, const std::string& prefix)
{
    if (!isOn()) {
        return {};
    }
    const auto damaged = fail(
        ErrorCode::UnknownFormat, "the averaged weights do not fit the networks", "checkpoint");
    const auto steps = arrays.find(prefix + "steps");
    if (steps == arrays.end() || steps->second.real.size() != 1) {
        return damaged;
    }
    for (std::size_t i = 0; i < m_average.size(); ++i) {
        const auto found = arrays.find(fmt::format("{}{}", prefix, i));
        if (found == arrays.end() || found->second.shape != m_average[i].sizes().vec()) {
            return damaged;
        }
        m_average[i].copy_(nn::toTensor(found->second));
    }
    m_steps = static_cast<std::int64_t>(steps->second.real.front());
    return {};
}

} // namespace spall::train
