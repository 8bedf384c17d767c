// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/calibrate.h"

#include "core/pipeline/critic_trial.h"
#include "core/pipeline/cross_fit.h"

#include <algorithm>
#include <functional>
#include <string>

namespace spall::pipeline {
namespace {

/// What the progress of one fold is told in.
constexpr std::int64_t kParts = 100;
using PartSink = std::function<void(std::int64_t)>;

/// A left-out block with its scores by networks that were fitted without it.
struct BlockScores {
    LeftOut block;
    std::vector<double> trained;
    std::vector<double> untrained;
};

void append(std::vector<double>& all, const std::vector<double>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

/// Band statistics of what these networks make of healthy windows.
Result<score::EvidenceStatistics> learnStatistics(const score::Front& front,
                                                  const score::Reconstructor& networks,
                                                  const score::WindowBatch& healthy,
                                                  const std::stop_token& stop)
{
    const auto features = featuresOf(front, networks, healthy, stop);
    if (!features) {
        return fail(features.error());
    }
    return score::fitEvidence(
        *features, score::residualViewWidths(front), score::kResidualExponent);
}

/// Scores of the block by networks, front and statistics that know `rest` alone.
Result<std::vector<double>> scoreLeftOut(const LeftOut& block,
                                         const train::NetWeights& weights,
                                         const score::WindowBatch& rest,
                                         const std::stop_token& stop)
{
    const auto networks = train::engine().value()->open(weights, block.front);
    if (!networks) {
        return fail(networks.error());
    }
    const auto statistics = learnStatistics(block.front, **networks, rest, stop);
    if (!statistics) {
        return fail(statistics.error());
    }
    const auto features = featuresOf(block.front, **networks, block.windows, stop);
    if (!features) {
        return fail(features.error());
    }
    return score::evidence(*statistics, *features);
}

/// Networks for one fold: reconstruction only, a third of the epochs (the error is flat by then).
Result<train::NetWeights> trainFold(const Model& model,
                                    const evaluate::Fold& fold,
                                    const score::Front& front,
                                    const train::StepSink& sink,
                                    const std::stop_token& stop)
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
    auto trained = (*engine)->train({fold.rest, {}, front}, options, sink, stop);
    if (!trained) {
        return fail(trained.error());
    }
    return std::move(trained->weights);
}

Result<BlockScores> lookAtBlock(const Model& model,
                                evaluate::Fold fold,
                                const PartSink& tellParts,
                                const std::stop_token& stop)
{
    const SampleCount length = model.settings.window.length;
    auto front = score::fitFront(fold.rest, length, stop);
    if (!front) {
        return fail(front.error());
    }
    front->error = model.front.error;
    const auto tellStep = [&tellParts, told = std::int64_t{0}](const auto& step) mutable {
        const std::int64_t parts = (kParts - 1) * step.step / (step.epochs * step.stepsPerEpoch);
        if (parts != told) {
            told = parts;
            tellParts(parts);
        }
    };
    const auto trained = trainFold(model, fold, *front, tellStep, stop);
    const auto fresh =
        train::engine().value()->untrained(model.weights.preset, *front, model.settings.seed);
    if (!trained || !fresh) {
        return fail(trained ? fresh.error() : trained.error());
    }
    const auto rest = healthyWindows(fold.rest, length);
    auto windows = healthyWindows(fold.left, length);
    LeftOut block{std::move(fold), std::move(*front), std::move(windows)};
    auto scores = scoreLeftOut(block, *trained, rest, stop);
    auto ghost = scoreLeftOut(block, *fresh, rest, stop);
    if (!scores || !ghost) {
        return fail(scores ? ghost.error() : scores.error());
    }
    return BlockScores{std::move(block), std::move(*scores), std::move(*ghost)};
}

/// Standardises the critic on unseen healthy windows. The learned windows, which it knows too well,
/// enter the healthy scores with their own mean and deviation.
Status calibrateCritic(Model& model,
                       const score::Reconstructor& networks,
                       const std::vector<BlockScores>& blocks,
                       const NetSplit& split,
                       const Observer& observer)
{
    const auto criticOf = [&](const score::WindowBatch& batch) {
        return networks.critic(model.front.standardise(batch), batch.count(), observer.stop);
    };
    const auto heldBack = criticOf(healthyWindows(split.heldBack, model.settings.window.length));
    if (!heldBack) {
        return fail(heldBack.error());
    }
    std::vector<double> learned;
    for (const BlockScores& scored : blocks) {
        const auto scores = criticOf(scored.block.windows);
        if (!scores) {
            return fail(scores.error());
        }
        append(learned, *scores);
    }
    const auto own = score::fitStandardiser(learned);
    model.calibration.critic = heldBack->empty() ? own : score::fitStandardiser(*heldBack);
    for (const double score : learned) {
        model.calibration.healthy.critic.push_back(own.apply(score));
    }
    return {};
}

Result<std::vector<BlockScores>>
lookAtBlocks(const Model& model, std::span<const signal::Stretch> learn, const Observer& observer)
{
    auto folds = evaluate::crossFolds(learn, kFolds, model.settings.window.length);
    std::vector<BlockScores> blocks;
    for (auto& fold : folds) {
        // What comes after the folds counts as one more.
        const auto tellParts =
            [&observer,
             before = kParts * static_cast<std::int64_t>(blocks.size()),
             all = kParts * static_cast<std::int64_t>(folds.size() + 1)](std::int64_t parts) {
                tell(observer.progress,
                     {Stage::Calibrate,
                      before + parts,
                      all,
                      "looking at each block with what the others teach"});
            };
        tellParts(0);
        auto block = lookAtBlock(model, std::move(fold), tellParts, observer.stop);
        if (!block) {
            return fail(block.error());
        }
        blocks.push_back(std::move(*block));
    }
    return blocks;
}

/// Statistics of everything learned, and the left-out scores of each block.
Status calibrateEvidence(Model& model,
                         const score::Reconstructor& networks,
                         const std::vector<BlockScores>& blocks,
                         std::span<const signal::Stretch> learn,
                         const Observer& observer)
{
    auto* const engine = train::engine().value();
    const SampleCount length = model.settings.window.length;
    const auto healthy = healthyWindows(learn, length);
    const auto fresh = engine->untrained(model.weights.preset, model.front, model.settings.seed);
    if (!fresh) {
        return fail(fresh.error());
    }
    const auto ghost = engine->open(*fresh, model.front);
    if (!ghost) {
        return fail(ghost.error());
    }
    auto statistics = learnStatistics(model.front, networks, healthy, observer.stop);
    auto untrained = learnStatistics(model.front, **ghost, healthy, observer.stop);
    if (!statistics || !untrained) {
        return fail(statistics ? untrained.error() : statistics.error());
    }
    CrossFitted ofTrained{std::move(*statistics), {}};
    CrossFitted ofUntrained{std::move(*untrained), {}};
    for (const BlockScores& scored : blocks) {
        append(ofTrained.scores, scored.trained);
        append(ofUntrained.scores, scored.untrained);
        model.calibrateWindows += scored.block.windows.count();
    }
    adopt(model.calibration, std::move(ofTrained), learn, length, model.rate);
    adopt(model.untrained, std::move(ofUntrained), learn, length, model.rate);
    return {};
}

Status calibratePlainMethods(Model& model,
                             std::vector<BlockScores> scored,
                             std::span<const signal::Stretch> learn,
                             const Observer& observer)
{
    std::vector<LeftOut> blocks;
    for (BlockScores& each : scored) {
        blocks.push_back(std::move(each.block));
    }
    for (const std::string& name : score::plainMethodNames()) {
        auto method = learnPlainMethod(name, model, blocks, learn, observer.stop);
        if (!method) {
            return fail(method.error());
        }
        model.plain.push_back(std::move(*method));
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
    const auto done = static_cast<std::int64_t>(blocks->size());
    tell(observer.progress, {Stage::Calibrate, kParts * done, kParts * (done + 1), {}});
    const auto opened = train::engine().value()->open(model.weights, model.front);
    if (!opened) {
        return fail(opened.error());
    }
    const score::Reconstructor& networks = **opened;
    if (auto status = calibrateEvidence(model, networks, *blocks, learn, observer); !status) {
        return status;
    }
    if (auto status = calibrateCritic(model, networks, *blocks, split, observer); !status) {
        return status;
    }
    if (auto status = calibratePlainMethods(model, std::move(*blocks), learn, observer); !status) {
        return status;
    }
    if (auto status = weighCritic(model, networks, split.heldBack, observer); !status) {
        return status;
    }
    model.decision.lambda = 1.0 - model.calibration.criticWeight;
    model.decision.policy = model.settings.policy;
    return {};
}

} // namespace spall::pipeline
