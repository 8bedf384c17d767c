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

torch::Tensor TadganReconstructor::wholeBatch(std::span<const float> windows,
                                              std::int64_t count) const
{
    const auto taken = toWindows(windows, count);
    auto batch = torch::zeros({kBatch, 1, taken.size(2)});
    batch.narrow(0, 0, count).copy_(taken);
    return batch.to(m_settings.device);
}

Result<std::vector<float>> TadganReconstructor::inBatches(std::span<const float> windows,
                                                          std::int64_t count,
                                                          const Pass& pass,
                                                          const std::stop_token& stop) const
{
    return guarded([&]() -> Result<std::vector<float>> {
        const TorchScope scope{m_settings};
        if (count <= 0) {
            return std::vector<float>{};
        }
        const auto length = static_cast<std::int64_t>(windows.size()) / count;
        const std::int64_t batches = (count + kBatch - 1) / kBatch;
        std::vector<std::vector<float>> parts(static_cast<std::size_t>(batches));
        // Whole batches side by side: threads that share the layers of one batch wait for each
        // other longer than they work.
        const std::int64_t grain = m_settings.device.is_cpu() ? 1 : batches;
        at::parallel_for(0, batches, grain, [&](std::int64_t begin, std::int64_t end) {
            const DenormalsAsZero quick;
            const torch::InferenceMode inference;
            for (std::int64_t at = begin; at < end && !stop.stop_requested(); ++at) {
                const std::int64_t first = at * kBatch;
                const std::int64_t taken = std::min(kBatch, count - first);
                const auto some = windows.subspan(static_cast<std::size_t>(first * length),
                                                  static_cast<std::size_t>(taken * length));
                auto& part = parts[static_cast<std::size_t>(at)];
                part = toFloats(pass(wholeBatch(some, taken)));
                part.resize(part.size() / kBatch * static_cast<std::size_t>(taken));
            }
        });
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped by the user");
        }
        std::vector<float> all;
        for (const auto& part : parts) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    });
}

Result<std::vector<float>> TadganReconstructor::reconstruct(std::span<const float> windows,
                                                            std::int64_t count,
                                                            const std::stop_token& stop) const
{
    const auto pass = [this](const torch::Tensor& batch) {
        return m_nets->reconstruct(batch);
    };
    return inBatches(windows, count, pass, stop);
}

Result<std::vector<double>> TadganReconstructor::critic(std::span<const float> windows,
                                                        std::int64_t count,
                                                        const std::stop_token& stop) const
{
    const auto pass = [this](const torch::Tensor& batch) {
        return m_nets->signalCritic->forward(m_nets->criticInput(batch));
    };
    return inBatches(windows, count, pass, stop).map([](const std::vector<float>& scores) {
        return std::vector<double>(scores.begin(), scores.end());
    });
}

} // namespace spall::nn
