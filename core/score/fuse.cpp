// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/fuse.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace spall::score {
namespace {

double softplus(double value)
{
    return std::max(value, 0.0) + std::log1p(std::exp(-std::abs(value)));
}

} // namespace

std::string toString(Fusion fusion)
{
    switch (fusion) {
    case Fusion::Sum:
        break;
    case Fusion::Product:
        return "product";
    case Fusion::Rec:
        return "rec";
    case Fusion::Critic:
        return "critic";
    }
    return "sum";
}

std::optional<Fusion> parseFusion(std::string_view text)
{
    for (const Fusion fusion : {Fusion::Sum, Fusion::Product, Fusion::Rec, Fusion::Critic}) {
        if (text == toString(fusion)) {
            return fusion;
        }
    }
    return std::nullopt;
}

std::vector<double> fuse(const ChannelScores& channels, Fusion fusion, double lambda)
{
    if (fusion == Fusion::Rec) {
        return channels.rec;
    }
    if (fusion == Fusion::Critic) {
        return channels.critic;
    }
    assert(channels.rec.size() == channels.critic.size());
    std::vector<double> fused(std::min(channels.rec.size(), channels.critic.size()));
    for (std::size_t i = 0; i < fused.size(); ++i) {
        const double rec = channels.rec[i];
        const double critic = channels.critic[i];
        fused[i] = fusion == Fusion::Sum ? lambda * rec + (1.0 - lambda) * critic
                                         : softplus(rec) * softplus(critic);
    }
    return fused;
}

std::vector<double> smooth(std::span<const double> scores, int windows)
{
    const std::size_t n = scores.size();
    // Wider than this, a window reaches over both ends from anywhere.
    const std::size_t width = std::min(static_cast<std::size_t>(std::max(windows, 1)), 2 * n + 1);
    if (width == 1 || n == 0) {
        return {scores.begin(), scores.end()};
    }
    const std::size_t before = (width - 1) / 2;
    // Sums forwards and backwards inside blocks of `width`: any run of `width` samples is the tail
    // of one block and the head of the next, so nothing is ever subtracted and one huge score
    // leaves no rounding error behind it.
    const std::size_t padded = n + width;
    const auto at = [&](std::size_t i) {
        return i >= before && i - before < n ? scores[i - before] : 0.0;
    };
    std::vector<double> head(padded);
    std::vector<double> tail(padded + 1, 0.0);
    for (std::size_t i = 0; i < padded; ++i) {
        head[i] = at(i) + (i % width == 0 ? 0.0 : head[i - 1]);
    }
    for (std::size_t i = padded; i-- > 0;) {
        tail[i] = at(i) + ((i + 1) % width == 0 ? 0.0 : tail[i + 1]);
    }
    std::vector<double> smoothed(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t first = i < before ? 0 : i - before;
        const std::size_t last = std::min(n - 1, i + width - 1 - before);
        const double sum = i % width == 0 ? tail[i] : tail[i] + head[i + width - 1];
        smoothed[i] = sum / static_cast<double>(last - first + 1);
    }
    return smoothed;
}

} // namespace spall::score
