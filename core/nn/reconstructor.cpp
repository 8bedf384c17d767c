// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/reconstructor.h"

#include "core/nn/guarded.h"
#include "core/nn/weights.h"

#include <algorithm>

namespace spall::nn {
namespace {

/// Always this many at once, the last batch filled up: matrix products of another height may round
/// differently, and a window has to score the same in any company.
constexpr std::int64_t kBatch = 64;

} // namespace

TadganReconstructor::TadganReconstructor(Tadgan nets, TorchSettings settings)
    : m_nets{std::move(nets)}, m_settings{settings}
{
    m_nets->eval();
    for (auto& parameter : m_nets->parameters()) {
        parameter.requires_grad_(false);
    }
}

TadganReconstructor::Batch TadganReconstructor::reconstructBatch(std::span<const float> windows,
                                                                 std::int64_t count) const
{
    const auto taken = toWindows(windows, count);
    auto batch = torch::zeros({kBatch, 1, taken.size(2)});
    batch.narrow(0, 0, count).copy_(taken);
    batch = batch.to(m_settings.device);
    return {toFloats(m_nets->reconstruct(batch)),
            toFloats(m_nets->signalCritic->forward(m_nets->criticInput(batch)))};
}

Result<score::Reconstruction> TadganReconstructor::reconstruct(std::span<const float> windows,
                                                               std::int64_t count) const
{
    return guarded([&]() -> Result<score::Reconstruction> {
        const TorchScope scope{m_settings};
        score::Reconstruction result;
        if (count <= 0) {
            return result;
        }
        const auto length = static_cast<std::int64_t>(windows.size()) / count;
        const std::int64_t batches = (count + kBatch - 1) / kBatch;
        result.windows.resize(windows.size());
        result.critic.resize(static_cast<std::size_t>(count));
        // Whole batches side by side: threads that share the layers of one batch wait for each
        // other longer than they work.
        const std::int64_t grain = m_settings.device.is_cpu() ? 1 : batches;
        at::parallel_for(0, batches, grain, [&](std::int64_t begin, std::int64_t end) {
            const DenormalsAsZero quick;
            const torch::InferenceMode inference;
            for (std::int64_t first = begin * kBatch; first < std::min(end * kBatch, count);
                 first += kBatch) {
                const std::int64_t taken = std::min(kBatch, count - first);
                const auto part = windows.subspan(static_cast<std::size_t>(first * length),
                                                  static_cast<std::size_t>(taken * length));
                const auto [rebuilt, critic] = reconstructBatch(part, taken);
                std::copy_n(rebuilt.begin(), part.size(), result.windows.begin() + first * length);
                std::copy_n(critic.begin(), taken, result.critic.begin() + first);
            }
        });
        return result;
    });
}

} // namespace spall::nn
