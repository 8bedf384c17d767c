// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/recalibrate.h"

#include "core/evaluate/split.h"
#include "core/pipeline/cross_fit.h"
#include "core/pipeline/learning_parts.h"
#include "core/pipeline/methods.h"

namespace spall::pipeline {
namespace {

/// New healthy statistics of one set of networks over the blocks, and the critic's raw scores.
struct Recalibrated {
    CrossFitted evidence;
    std::vector<double> critic;
};

Result<Recalibrated> lookAgain(const score::Front& front,
                               const score::Reconstructor& networks,
                               std::span<const evaluate::Fold> folds,
                               const Observer& observer)
{
    Recalibrated result;
    std::vector<score::BandFeatures> blocks;
    for (const auto& fold : folds) {
        if (observer.stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped by the user");
        }
        const auto batch = healthyWindows(fold.left, front.windowLength);
        const auto windows = front.standardise(batch);
        const auto reconstruction = networks.reconstruct(windows, batch.count());
        if (!reconstruction) {
            return fail(reconstruction.error());
        }
        blocks.push_back(score::residualFeatures(front, windows, reconstruction->windows));
        result.critic.insert(
            result.critic.end(), reconstruction->critic.begin(), reconstruction->critic.end());
    }
    auto evidence = crossFit(blocks, score::residualViewWidths(front));
    if (!evidence) {
        return fail(evidence.error());
    }
    result.evidence = std::move(*evidence);
    return result;
}

void adopt(score::Calibration& calibration,
           Recalibrated fresh,
           const std::vector<signal::Stretch>& learn,
           SampleCount windowLength)
{
    calibration.evidence = std::move(fresh.evidence.statistics);
    calibration.healthy.rec = std::move(fresh.evidence.scores);
    score::rescaleToLeftOut(calibration.evidence, calibration.healthy.rec);
    calibration.critic = score::fitStandardiser(fresh.critic);
    calibration.healthy.critic.clear();
    for (const double score : fresh.critic) {
        calibration.healthy.critic.push_back(calibration.critic.apply(score));
    }
    calibration.duration = duration(totalSamples(learn), learn.front().rate());
    calibration.independentWindows =
        static_cast<double>(totalSamples(learn)) / static_cast<double>(windowLength);
}

Status relearnPlainMethods(Model& model,
                           const std::vector<signal::Stretch>& learn,
                           std::span<const evaluate::Fold> folds,
                           const Observer& observer)
{
    std::vector<CalibratedMethod> relearned;
    for (const CalibratedMethod& old : model.plain) {
        const std::string name = old.method->name();
        CalibratedMethod fresh;
        for (const auto& fold : folds) {
            const auto method = score::fitPlainMethod(
                name, model.front, fold.rest, model.settings.seed, observer.stop);
            if (!method) {
                return fail(method.error());
            }
            const auto scores = (*method)->score(
                healthyWindows(fold.left, model.settings.window.length), observer.stop);
            if (!scores) {
                return fail(scores.error());
            }
            fresh.healthy.insert(fresh.healthy.end(), scores->begin(), scores->end());
        }
        auto method =
            score::fitPlainMethod(name, model.front, learn, model.settings.seed, observer.stop);
        if (!method) {
            return fail(method.error());
        }
        fresh.method = std::move(*method);
        relearned.push_back(std::move(fresh));
    }
    model.plain = std::move(relearned);
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
    fresh->learned.insert(fresh->learned.end(), parts->learned.begin(), parts->learned.end());
    const auto folds = evaluate::crossFolds(parts->stretches, kFolds, model.settings.window.length);
    const auto methods = Methods::open(model, Methods::Which::All);
    if (!methods) {
        return fail(methods.error());
    }
    tell(observer.progress, {Stage::Calibrate, 0, 2, "new healthy statistics"});
    auto networks = lookAgain(model.front, methods->networks(), folds, observer);
    auto untrained = lookAgain(model.front, methods->untrained(), folds, observer);
    if (!networks || !untrained) {
        return fail(networks ? untrained.error() : networks.error());
    }
    const SampleCount length = model.settings.window.length;
    adopt(fresh->calibration, std::move(*networks), parts->stretches, length);
    adopt(fresh->untrained, std::move(*untrained), parts->stretches, length);
    fresh->calibrateWindows = static_cast<std::int64_t>(fresh->calibration.healthy.rec.size());
    tell(observer.progress, {Stage::Calibrate, 1, 2, "the plain methods learn anew"});
    if (auto status = relearnPlainMethods(*fresh, parts->stretches, folds, observer); !status) {
        return fail(status.error());
    }
    return ModelPtr{std::move(fresh)};
}

} // namespace spall::pipeline
