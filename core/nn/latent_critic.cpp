// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/latent_critic.h"

#include <fmt/format.h>

namespace spall::nn {
namespace {

constexpr double kSlope = 0.2;

} // namespace

LatentCriticImpl::LatentCriticImpl(const LatentCriticPreset& preset, std::int64_t latentNumbers)
    : m_dropout{preset.dropout, {}}
{
    std::vector<int> widths = preset.widths;
    widths.push_back(1);
    std::int64_t in = latentNumbers;
    for (const int out : widths) {
        m_layers.push_back(
            register_module(fmt::format("linear{}", m_layers.size()), torch::nn::Linear(in, out)));
        in = out;
    }
}

torch::Tensor LatentCriticImpl::forward(torch::Tensor z)
{
    for (std::size_t i = 0; i + 1 < m_layers.size(); ++i) {
        z = m_dropout(torch::leaky_relu(m_layers[i]->forward(z), kSlope));
    }
    return m_layers.back()->forward(z).squeeze(1);
}

} // namespace spall::nn
