// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/held_back.h"

#include "core/nn/weights.h"
#include "core/train/batch_sampler.h"

#include <algorithm>
#include <limits>

namespace spall::train {
namespace {

constexpr std::int64_t kMostWindows = 256;
constexpr std::int64_t kBatch = 32;

} // namespace

HeldBack::HeldBack(const TrainData& data, torch::Device device)
{
    const SampleCount length = data.front.windowLength;
    const auto windows = evenWindows(data.heldBack, data.front.scaling, length, kMostWindows);
    const auto count = static_cast<std::int64_t>(windows.size()) / length;
    if (count > 0) {
        m_windows = nn::toWindows(windows, count).to(device);
        m_watched = m_windows.narrow(0, count / 2, 1);
    } else {
        const auto learned = evenWindows(data.learn, data.front.scaling, length, 1);
        m_watched = nn::toWindows(learned, 1).to(device);
    }
}

double HeldBack::error(nn::Tadgan& nets) const
{
    if (!hasWindows()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const torch::NoGradGuard fixed;
    double sum = 0.0;
    const std::int64_t count = m_windows.size(0);
    for (std::int64_t first = 0; first < count; first += kBatch) {
        const std::int64_t taken = std::min(kBatch, count - first);
        const auto windows = m_windows.narrow(0, first, taken);
        const auto error = nets->cycleError(windows, nets->reconstruct(windows));
        sum += error.item<double>() * static_cast<double>(taken);
    }
    return sum / static_cast<double>(count);
}

Snapshot HeldBack::snapshot(nn::Tadgan& nets, int epoch) const
{
    const torch::NoGradGuard fixed;
    return {.epoch = epoch, .reconstruction = nn::toFloats(nets->reconstruct(m_watched))};
}

std::vector<float> HeldBack::watched() const
{
    return nn::toFloats(m_watched);
}

} // namespace spall::train
