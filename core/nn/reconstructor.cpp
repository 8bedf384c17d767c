// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/reconstructor.h"

#include "core/nn/guarded.h"
#include "core/nn/weights.h"

#include <algorithm>

namespace spall::nn {
namespace {

/// Always this many at once, the last batch filled up: matrix products of another height may round
/// differently, and a window has to score the same in any company.
constexpr std::int64_t kBatch = 32;

} // namespace

TadganReconstructor::TadganReconstructor(Tadgan nets, TorchSettings settings)
    : m_nets{std::move(nets)}, m_settings{settings}
{
    m_nets->eval();
    for (auto& parameter : m_nets->parameters()) {
        parameter.requires_grad_(false);
    }
}

Result<score::Reconstruction> TadganReconstructor::reconstruct(std::span<const float> windows,
                                                               std::int64_t count) const
{
    return guarded([&]() -> Result<score::Reconstruction> {
        const TorchScope scope{m_settings};
        const torch::InferenceMode inference;
        score::Reconstruction result;
        result.windows.reserve(windows.size());
        result.critic.reserve(static_cast<std::size_t>(count));
        if (count <= 0) {
            return result;
        }
        const auto all = toWindows(windows, count);
        for (std::int64_t first = 0; first < count; first += kBatch) {
            const std::int64_t taken = std::min(kBatch, count - first);
            auto batch = torch::zeros({kBatch, 1, all.size(2)});
            batch.narrow(0, 0, taken).copy_(all.narrow(0, first, taken));
            batch = batch.to(m_settings.device);
            const auto rebuilt = toFloats(m_nets->reconstruct(batch).narrow(0, 0, taken));
            const auto critic = toFloats(m_nets->signalCritic->forward(m_nets->criticInput(batch)));
            result.windows.insert(result.windows.end(), rebuilt.begin(), rebuilt.end());
            result.critic.insert(result.critic.end(), critic.begin(), critic.begin() + taken);
        }
        return result;
    });
}

} // namespace spall::nn
