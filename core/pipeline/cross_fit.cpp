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

Result<score::BandFeatures> featuresOf(const score::Front& front,
                                       const score::Reconstructor& networks,
                                       const score::WindowBatch& batch,
                                       const std::stop_token& stop)
{
    const auto windows = front.standardise(batch);
    const auto reconstruction = networks.reconstruct(windows, batch.count(), stop);
    if (!reconstruction) {
        return fail(reconstruction.error());
    }
    auto features = score::residualFeatures(front, windows, *reconstruction, stop);
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped by the user");
    }
    return features;
}

void adopt(score::Calibration& calibration,
           CrossFitted fresh,
           std::span<const signal::Stretch> learn,
           SampleCount windowLength,
           Hertz rate)
{
    calibration.evidence = std::move(fresh.statistics);
    calibration.healthy = {std::move(fresh.scores), {}};
    score::rescaleToLeftOut(calibration.evidence, calibration.healthy.rec);
    calibration.independentWindows =
        static_cast<double>(totalSamples(learn)) / static_cast<double>(windowLength);
    calibration.duration = duration(totalSamples(learn), rate);
}

Result<CalibratedMethod> learnPlainMethod(const std::string& name,
                                          const Model& model,
                                          std::span<const LeftOut> blocks,
                                          std::span<const signal::Stretch> learn,
                                          const std::stop_token& stop)
{
    const Seed seed = model.settings.seed;
    CalibratedMethod learned;
    for (const LeftOut& block : blocks) {
        const auto method = score::fitPlainMethod(name, block.front, block.fold.rest, seed, stop);
        if (!method) {
            return fail(method.error());
        }
        const auto scores = (*method)->score(block.windows, stop);
        if (!scores) {
            return fail(scores.error());
        }
        learned.healthy.insert(learned.healthy.end(), scores->begin(), scores->end());
    }
    auto method = score::fitPlainMethod(name, model.front, learn, seed, stop);
    if (!method) {
        return fail(method.error());
    }
    learned.method = std::move(*method);
    return learned;
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
