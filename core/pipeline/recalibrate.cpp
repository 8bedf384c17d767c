// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/recalibrate.h"

#include "core/pipeline/cross_fit.h"
#include "core/pipeline/learning_parts.h"
#include "core/pipeline/methods.h"

namespace spall::pipeline {
namespace {

std::vector<LeftOut> leftOutBlocks(const Model& model, std::span<const signal::Stretch> learn)
{
    const SampleCount length = model.settings.window.length;
    std::vector<LeftOut> blocks;
    for (auto& fold : evaluate::crossFolds(learn, kFolds, length)) {
        auto windows = healthyWindows(fold.left, length);
        blocks.push_back({std::move(fold), model.front, std::move(windows)});
    }
    return blocks;
}

/// New healthy statistics of one set of networks over the blocks.
Result<CrossFitted> lookAgain(const score::Reconstructor& networks,
                              const score::Front& front,
                              std::span<const LeftOut> blocks,
                              const std::stop_token& stop)
{
    std::vector<score::BandFeatures> features;
    for (const LeftOut& block : blocks) {
        auto some = featuresOf(front, networks, block.windows, stop);
        if (!some) {
            return fail(some.error());
        }
        features.push_back(std::move(*some));
    }
    return crossFit(features, score::residualViewWidths(front));
}

Status standardiseCritic(Model& model,
                         const score::Reconstructor& networks,
                         std::span<const LeftOut> blocks,
                         const std::stop_token& stop)
{
    std::vector<double> raw;
    for (const LeftOut& block : blocks) {
        const auto scores =
            networks.critic(model.front.standardise(block.windows), block.windows.count(), stop);
        if (!scores) {
            return fail(scores.error());
        }
        raw.insert(raw.end(), scores->begin(), scores->end());
    }
    auto& calibration = model.calibration;
    calibration.critic = score::fitStandardiser(raw);
    for (const double score : raw) {
        calibration.healthy.critic.push_back(calibration.critic.apply(score));
    }
    return {};
}

Status relearnPlainMethods(Model& model,
                           std::span<const LeftOut> blocks,
                           std::span<const signal::Stretch> learn,
                           const std::stop_token& stop)
{
    for (CalibratedMethod& plain : model.plain) {
        auto fresh = learnPlainMethod(plain.method->name(), model, blocks, learn, stop);
        if (!fresh) {
            return fail(fresh.error());
        }
        plain = std::move(*fresh);
    }
    return {};
}

} // namespace

Result<ModelPtr>
recalibrate(const Model& model, std::span<const Input> healthy, const Observer& observer)
{
    auto fresh = std::make_shared<Model>(model);
    auto parts = learningParts(healthy, model.rate, model.settings.window);
    if (!parts) {
        return fail(parts.error());
    }
    std::erase_if(fresh->learned, [](const LearnedPart& part) { return part.isForCalibration; });
    for (LearnedPart& part : parts->learned) {
        part.isForCalibration = true;
        fresh->learned.push_back(std::move(part));
    }
    const auto& learn = parts->stretches;
    const auto methods = Methods::open(model, Methods::Which::All);
    if (!methods) {
        return fail(methods.error());
    }
    tell(observer.progress, {Stage::Calibrate, 0, 2, "new healthy statistics"});
    const auto blocks = leftOutBlocks(model, learn);
    auto networks = lookAgain(methods->networks(), model.front, blocks, observer.stop);
    auto untrained = lookAgain(methods->untrained(), model.front, blocks, observer.stop);
    if (!networks || !untrained) {
        return fail(networks ? untrained.error() : networks.error());
    }
    const SampleCount length = model.settings.window.length;
    adopt(fresh->calibration, std::move(*networks), learn, length, learn.front().rate());
    adopt(fresh->untrained, std::move(*untrained), learn, length, learn.front().rate());
    fresh->calibrateWindows = static_cast<std::int64_t>(fresh->calibration.healthy.rec.size());
    if (auto status = standardiseCritic(*fresh, methods->networks(), blocks, observer.stop);
        !status) {
        return fail(status.error());
    }
    tell(observer.progress, {Stage::Calibrate, 1, 2, "the plain methods learn anew"});
    if (auto status = relearnPlainMethods(*fresh, blocks, learn, observer.stop); !status) {
        return fail(status.error());
    }
    return ModelPtr{std::move(fresh)};
}

} // namespace spall::pipeline
