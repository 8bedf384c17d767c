// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/calibrate.h"

#include "core/evaluate/split.h"
#include "core/pipeline/critic_trial.h"
#include "core/pipeline/cross_fit.h"

#include <algorithm>
#include <map>
#include <string>

namespace spall::pipeline {
namespace {

/// What one left-out block looks like to everything that was fitted without it.
struct BlockView {
    score::BandFeatures trained;
    score::BandFeatures untrained;
    std::map<std::string, std::vector<double>> plain;
    score::WindowBatch windows;
};

Result<score::BandFeatures> featuresOf(const score::Front& front,
                                       const train::NetWeights& weights,
                                       const std::vector<float>& windows,
                                       std::int64_t count)
{
    auto engine = train::engine();
    if (!engine) {
        return fail(engine.error());
    }
    auto networks = (*engine)->open(weights, front);
    if (!networks) {
        return fail(networks.error());
    }
    auto reconstruction = (*networks)->reconstruct(windows, count);
    if (!reconstruction) {
        return fail(reconstruction.error());
    }
    return score::residualFeatures(front, windows, reconstruction->windows);
}

/// Networks for one fold: reconstruction only, a third of the epochs (the error is flat by then).
Result<train::NetWeights> trainFold(const Model& model,
                                    const evaluate::Fold& fold,
                                    const score::Front& front,
                                    const Observer& observer)
{
    auto engine = train::engine();
    if (!engine) {
        return fail(engine.error());
    }
    train::TrainOptions options;
    options.preset = model.weights.preset;
    options.epochs = std::max(1, static_cast<int>(model.history.epochs.size() + 2) / 3);
    options.seed = derive(model.settings.seed, "fold");
    options.adversarial = false;
    auto trained = (*engine)->train({fold.rest, {}, front}, options, {}, observer.stop);
    if (!trained) {
        return fail(trained.error());
    }
    return std::move(trained->weights);
}

Result<BlockView>
lookAtBlock(const Model& model, const evaluate::Fold& fold, const Observer& observer)
{
    const SampleCount length = model.settings.window.length;
    const auto front = score::fitFront(fold.rest, length, observer.stop);
    if (!front) {
        return fail(front.error());
    }
    BlockView view;
    view.windows = healthyWindows(fold.left, length);
    const auto windows = front->standardise(view.windows);

    const auto weights = trainFold(model, fold, *front, observer);
    if (!weights) {
        return fail(weights.error());
    }
    auto trained = featuresOf(*front, *weights, windows, view.windows.count());
    if (!trained) {
        return fail(trained.error());
    }
    view.trained = std::move(*trained);

    const auto fresh =
        train::engine().value()->untrained(model.weights.preset, *front, model.settings.seed);
    if (!fresh) {
        return fail(fresh.error());
    }
    auto untrained = featuresOf(*front, *fresh, windows, view.windows.count());
    if (!untrained) {
        return fail(untrained.error());
    }
    view.untrained = std::move(*untrained);

    for (const std::string& name : score::plainMethodNames()) {
        const auto method =
            score::fitPlainMethod(name, *front, fold.rest, model.settings.seed, observer.stop);
        if (!method) {
            return fail(method.error());
        }
        auto scores = (*method)->score(view.windows, observer.stop);
        if (!scores) {
            return fail(scores.error());
        }
        view.plain[name] = std::move(*scores);
    }
    return view;
}

/// The critic's raw scores of some windows.
Result<std::vector<double>> criticOf(const Model& model, const score::WindowBatch& batch)
{
    if (batch.count() == 0) {
        return std::vector<double>{};
    }
    const auto networks = train::engine().value()->open(model.weights, model.front);
    if (!networks) {
        return fail(networks.error());
    }
    auto reconstruction = (*networks)->reconstruct(model.front.standardise(batch), batch.count());
    if (!reconstruction) {
        return fail(reconstruction.error());
    }
    return std::move(reconstruction->critic);
}

/// Standardises the critic on unseen healthy windows. The learned windows, which it knows too well,
/// enter the healthy scores with their own mean and deviation.
Status calibrateCritic(Model& model, const std::vector<BlockView>& blocks, const NetSplit& split)
{
    const SampleCount length = model.settings.window.length;
    auto heldBack = criticOf(model, healthyWindows(split.heldBack, length));
    if (!heldBack) {
        return fail(heldBack.error());
    }
    std::vector<double> learned;
    for (const BlockView& block : blocks) {
        auto scores = criticOf(model, block.windows);
        if (!scores) {
            return fail(scores.error());
        }
        learned.insert(learned.end(), scores->begin(), scores->end());
    }
    const auto own = score::fitStandardiser(learned);
    model.calibration.critic = heldBack->empty() ? own : score::fitStandardiser(*heldBack);
    for (const double score : learned) {
        model.calibration.healthy.critic.push_back(own.apply(score));
    }
    return {};
}

Status calibratePlainMethods(Model& model,
                             const std::vector<BlockView>& blocks,
                             std::span<const signal::Stretch> learn,
                             const Observer& observer)
{
    for (const std::string& name : score::plainMethodNames()) {
        auto method =
            score::fitPlainMethod(name, model.front, learn, model.settings.seed, observer.stop);
        if (!method) {
            return fail(method.error());
        }
        CalibratedMethod calibrated{std::move(*method), {}};
        for (const BlockView& block : blocks) {
            const auto& scores = block.plain.at(name);
            calibrated.healthy.insert(calibrated.healthy.end(), scores.begin(), scores.end());
        }
        model.plain.push_back(std::move(calibrated));
    }
    return {};
}

} // namespace

NetSplit splitForNetworks(std::span<const signal::Stretch> learn, SampleCount windowLength)
{
    NetSplit split;
    for (const auto& stretch : learn) {
        const auto heldBack =
            static_cast<SampleCount>(0.15 * static_cast<double>(stretch.range.size()));
        signal::Stretch first = stretch;
        if (heldBack >= windowLength) {
            signal::Stretch last = stretch;
            last.range.first = stretch.range.last - heldBack;
            first.range.last = last.range.first - windowLength;
            split.heldBack.push_back(std::move(last));
        }
        split.learn.push_back(std::move(first));
    }
    return split;
}

Status calibrate(Model& model,
                 std::span<const signal::Stretch> learn,
                 const NetSplit& split,
                 const Observer& observer)
{
    const SampleCount length = model.settings.window.length;
    const auto folds = evaluate::crossFolds(learn, kFolds, length);
    std::vector<BlockView> blocks;
    std::vector<score::BandFeatures> trainedFeatures;
    std::vector<score::BandFeatures> untrainedFeatures;
    for (const auto& fold : folds) {
        tell(observer.progress,
             {Stage::Calibrate,
              static_cast<std::int64_t>(blocks.size()),
              static_cast<std::int64_t>(folds.size()) + 1,
              "looking at each block with what the others teach"});
        auto block = lookAtBlock(model, fold, observer);
        if (!block) {
            return fail(block.error());
        }
        trainedFeatures.push_back(std::move(block->trained));
        untrainedFeatures.push_back(std::move(block->untrained));
        blocks.push_back(std::move(*block));
    }

    const auto widths = score::viewWidths(model.front);
    auto trained = crossFit(trainedFeatures, widths);
    auto untrained = crossFit(untrainedFeatures, widths);
    if (!trained || !untrained) {
        return fail(trained ? untrained.error() : trained.error());
    }
    model.calibration.evidence = std::move(trained->statistics);
    model.calibration.healthy.rec = std::move(trained->scores);
    model.calibration.independentWindows =
        static_cast<double>(totalSamples(learn)) / static_cast<double>(length);
    model.calibration.duration = duration(totalSamples(learn), model.rate);
    if (auto status = calibrateCritic(model, blocks, split); !status) {
        return status;
    }
    model.untrained = model.calibration;
    model.untrained.evidence = std::move(untrained->statistics);
    model.untrained.healthy.rec = std::move(untrained->scores);
    if (auto status = calibratePlainMethods(model, blocks, learn, observer); !status) {
        return status;
    }
    if (auto status = weighCritic(model, split.heldBack, observer); !status) {
        return status;
    }
    for (const BlockView& block : blocks) {
        model.calibrateWindows += block.windows.count();
    }
    model.decision.lambda = 1.0 - model.calibration.criticWeight;
    model.decision.policy = model.settings.policy;
    return {};
}

} // namespace spall::pipeline
