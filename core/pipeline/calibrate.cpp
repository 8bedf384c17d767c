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

/// Scores of one left-out block by everything that was fitted without it.
struct BlockScores {
    std::vector<double> trained;
    std::vector<double> untrained;
    std::map<std::string, std::vector<double>> plain;
    score::WindowBatch windows;
};

void append(std::vector<double>& all, const std::vector<double>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

Result<score::BandFeatures> featuresOf(const score::Front& front,
                                       const score::Reconstructor& networks,
                                       const score::WindowBatch& batch)
{
    const auto windows = front.standardise(batch);
    const auto reconstruction = networks.reconstruct(windows, batch.count());
    if (!reconstruction) {
        return fail(reconstruction.error());
    }
    return score::residualFeatures(front, windows, reconstruction->windows);
}

/// Band statistics of what these networks make of healthy windows.
Result<score::EvidenceStatistics> learnStatistics(const score::Front& front,
                                                  const train::NetWeights& weights,
                                                  const score::WindowBatch& healthy)
{
    const auto networks = train::engine().value()->open(weights, front);
    if (!networks) {
        return fail(networks.error());
    }
    const auto features = featuresOf(front, **networks, healthy);
    if (!features) {
        return fail(features.error());
    }
    return score::fitEvidence(
        *features, score::residualViewWidths(front), score::kResidualExponent);
}

/// Scores of `left` by networks, front and statistics that know `rest` alone.
Result<std::vector<double>> scoreLeftOut(const score::Front& front,
                                         const train::NetWeights& weights,
                                         const score::WindowBatch& rest,
                                         const score::WindowBatch& left)
{
    const auto statistics = learnStatistics(front, weights, rest);
    if (!statistics) {
        return fail(statistics.error());
    }
    const auto networks = train::engine().value()->open(weights, front);
    if (!networks) {
        return fail(networks.error());
    }
    const auto features = featuresOf(front, **networks, left);
    if (!features) {
        return fail(features.error());
    }
    return score::evidence(*statistics, *features);
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

Result<std::vector<double>> scorePlainLeftOut(const std::string& name,
                                              const Model& model,
                                              const evaluate::Fold& fold,
                                              const score::Front& front,
                                              const score::WindowBatch& left,
                                              const std::stop_token& stop)
{
    const auto method = score::fitPlainMethod(name, front, fold.rest, model.settings.seed, stop);
    if (!method) {
        return fail(method.error());
    }
    return (*method)->score(left, stop);
}

Result<BlockScores>
lookAtBlock(const Model& model, const evaluate::Fold& fold, const Observer& observer)
{
    const SampleCount length = model.settings.window.length;
    const auto front = score::fitFront(fold.rest, length, observer.stop);
    if (!front) {
        return fail(front.error());
    }
    const auto trained = trainFold(model, fold, *front, observer);
    const auto fresh =
        train::engine().value()->untrained(model.weights.preset, *front, model.settings.seed);
    if (!trained || !fresh) {
        return fail(trained ? fresh.error() : trained.error());
    }
    const auto rest = healthyWindows(fold.rest, length);
    BlockScores block;
    block.windows = healthyWindows(fold.left, length);
    auto scores = scoreLeftOut(*front, *trained, rest, block.windows);
    auto ghost = scoreLeftOut(*front, *fresh, rest, block.windows);
    if (!scores || !ghost) {
        return fail(scores ? ghost.error() : scores.error());
    }
    block.trained = std::move(*scores);
    block.untrained = std::move(*ghost);
    for (const std::string& name : score::plainMethodNames()) {
        auto plain = scorePlainLeftOut(name, model, fold, *front, block.windows, observer.stop);
        if (!plain) {
            return fail(plain.error());
        }
        block.plain[name] = std::move(*plain);
    }
    return block;
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
Status calibrateCritic(Model& model, const std::vector<BlockScores>& blocks, const NetSplit& split)
{
    const SampleCount length = model.settings.window.length;
    auto heldBack = criticOf(model, healthyWindows(split.heldBack, length));
    if (!heldBack) {
        return fail(heldBack.error());
    }
    std::vector<double> learned;
    for (const BlockScores& block : blocks) {
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
    model.untrained.critic = model.calibration.critic;
    model.untrained.healthy.critic = model.calibration.healthy.critic;
    return {};
}

Result<std::vector<BlockScores>>
lookAtBlocks(const Model& model, std::span<const signal::Stretch> learn, const Observer& observer)
{
    const auto folds = evaluate::crossFolds(learn, kFolds, model.settings.window.length);
    std::vector<BlockScores> blocks;
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
        blocks.push_back(std::move(*block));
    }
    return blocks;
}

/// Statistics of everything learned, and the left-out scores of each block.
Status calibrateEvidence(Model& model,
                         const std::vector<BlockScores>& blocks,
                         std::span<const signal::Stretch> learn)
{
    const SampleCount length = model.settings.window.length;
    const auto healthy = healthyWindows(learn, length);
    const auto fresh =
        train::engine().value()->untrained(model.weights.preset, model.front, model.settings.seed);
    if (!fresh) {
        return fail(fresh.error());
    }
    auto trained = learnStatistics(model.front, model.weights, healthy);
    auto untrained = learnStatistics(model.front, *fresh, healthy);
    if (!trained || !untrained) {
        return fail(trained ? untrained.error() : trained.error());
    }
    model.calibration.evidence = std::move(*trained);
    model.untrained.evidence = std::move(*untrained);
    for (const BlockScores& block : blocks) {
        append(model.calibration.healthy.rec, block.trained);
        append(model.untrained.healthy.rec, block.untrained);
        model.calibrateWindows += block.windows.count();
    }
    for (auto* calibration : {&model.calibration, &model.untrained}) {
        score::rescaleToLeftOut(calibration->evidence, calibration->healthy.rec);
    }
    for (auto* calibration : {&model.calibration, &model.untrained}) {
        calibration->independentWindows =
            static_cast<double>(totalSamples(learn)) / static_cast<double>(length);
        calibration->duration = duration(totalSamples(learn), model.rate);
    }
    return {};
}

Status calibratePlainMethods(Model& model,
                             const std::vector<BlockScores>& blocks,
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
        for (const BlockScores& block : blocks) {
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
    auto blocks = lookAtBlocks(model, learn, observer);
    if (!blocks) {
        return fail(blocks.error());
    }
    if (auto status = calibrateEvidence(model, *blocks, learn); !status) {
        return status;
    }
    if (auto status = calibrateCritic(model, *blocks, split); !status) {
        return status;
    }
    if (auto status = calibratePlainMethods(model, *blocks, learn, observer); !status) {
        return status;
    }
    if (auto status = weighCritic(model, split.heldBack, observer); !status) {
        return status;
    }
    model.decision.lambda = 1.0 - model.calibration.criticWeight;
    model.decision.policy = model.settings.policy;
    return {};
}

} // namespace spall::pipeline
