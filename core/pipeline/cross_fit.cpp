// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/cross_fit.h"

#include <algorithm>

namespace spall::pipeline {
namespace {

constexpr SampleCount kMostWindows = 3000;

void append(score::BandFeatures& all, const score::BandFeatures& more)
{
    all.count += more.count;
    all.width = more.width;
    all.values.insert(all.values.end(), more.values.begin(), more.values.end());
}

} // namespace

Result<CrossFitted> crossFit(std::span<const score::BandFeatures> blocks,
                             const std::vector<int>& widths)
{
    CrossFitted fitted;
    score::BandFeatures all;
    for (std::size_t left = 0; left < blocks.size(); ++left) {
        score::BandFeatures rest;
        for (std::size_t other = 0; other < blocks.size(); ++other) {
            if (other != left) {
                append(rest, blocks[other]);
            }
        }
        const auto statistics = score::fitEvidence(rest, widths, score::kResidualExponent);
        if (!statistics) {
            return fail(statistics.error());
        }
        const auto scores = score::evidence(*statistics, blocks[left]);
        fitted.scores.insert(fitted.scores.end(), scores.begin(), scores.end());
        append(all, blocks[left]);
    }
    auto pooled = score::fitEvidence(all, widths, score::kResidualExponent);
    if (!pooled) {
        return fail(pooled.error());
    }
    fitted.statistics = std::move(*pooled);
    return fitted;
}

SampleCount totalSamples(std::span<const signal::Stretch> stretches)
{
    SampleCount total = 0;
    for (const auto& stretch : stretches) {
        total += stretch.range.size();
    }
    return total;
}

score::WindowBatch healthyWindows(std::span<const signal::Stretch> stretches,
                                  SampleCount windowLength)
{
    const SampleCount step =
        std::max<SampleCount>(windowLength / 32, totalSamples(stretches) / kMostWindows);
    score::WindowBatch batch;
    batch.length = windowLength;
    for (const auto& stretch : stretches) {
        const auto windows =
            signal::cutWindows(stretch, {windowLength, std::max<SampleCount>(1, step)});
        if (!windows) {
            continue; // shorter than a window: it has nothing to add
        }
        const auto more = score::gather(*windows, 0, windows->size());
        batch.samples.insert(batch.samples.end(), more.samples.begin(), more.samples.end());
    }
    return batch;
}

} // namespace spall::pipeline
