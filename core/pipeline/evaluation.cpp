// SPDX-License-Identifier: GPL-3.0-or-later
// Walk 9: the GAN, its channels and every plain method, judged on the same windows.
#include "core/evaluate/curves.h"
#include "core/pipeline/analysis.h"
#include "core/pipeline/tally.h"
#include "core/pipeline/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace spall::pipeline {
namespace {

/// A method's scores and alarms, recording by recording.
struct MethodScores {
    std::string name;
    detect::Threshold threshold;
    std::vector<std::vector<double>> scores;
    std::vector<std::vector<char>> alarms;
    bool hasOneThreshold = true;
};

using Truths = std::vector<Truth>; ///< by recording

Result<MethodScores> spallScores(const Model& model,
                                 std::span<const ScoredPtr> scored,
                                 std::span<const io::Label> labels,
                                 const std::string& name,
                                 const detect::DecisionOptions& options)
{
    MethodScores method{name, {}, {}, {}};
    auto threshold = options.dual
                         ? detect::Threshold{0.0, "two thresholds, one for each channel", false}
                         : chooseThreshold(model, options, scored, labels);
    if (!threshold) {
        return fail(threshold.error());
    }
    method.hasOneThreshold = !options.dual;
    method.threshold = std::move(*threshold);
    for (const auto& recording : scored) {
        auto decision = decide(*recording, options, method.threshold.value);
        method.scores.push_back(*decision.fused);
        method.alarms.push_back(std::move(decision.alarms));
    }
    return method;
}

/// One channel alone, at the same policy; a threshold set by hand belongs to the fused score only.
detect::DecisionOptions channelOptions(const detect::DecisionOptions& options, score::Fusion fusion)
{
    auto alone = options;
    alone.fusion = fusion;
    alone.dual.reset();
    if (alone.policy.kind == detect::PolicyKind::Manual) {
        alone.policy = {};
    }
    return alone;
}

/// A plain method, smoothed over the same time and by the same policy; 2 % false alarms where the
/// threshold was set by hand, which means nothing for other scores.
Result<MethodScores> plainScores(const Model& model,
                                 std::span<const ScoredPtr> scored,
                                 std::span<const io::Label> labels,
                                 const std::string& name,
                                 const std::vector<double>& outOfFold,
                                 const detect::DecisionOptions& options)
{
    MethodScores method{name, {}, {}, {}};
    std::vector<FusedPtr> smoothed;
    for (const auto& recording : scored) {
        const auto found = recording->plain.find(name);
        if (found == recording->plain.end()) {
            return fail(ErrorCode::Internal,
                        "a recording was scored without the plain methods",
                        recording->recording->provenance.path,
                        "score it again");
        }
        smoothed.push_back(std::make_shared<const std::vector<double>>(
            score::smooth(found->second, smoothedWindows(*recording, options.smoothing))));
    }
    const bool isByHand = options.policy.kind == detect::PolicyKind::Manual;
    auto threshold = thresholdFor(isByHand ? detect::Policy{} : options.policy,
                                  healthyScores(model, outOfFold, options.smoothing),
                                  scored,
                                  smoothed,
                                  labels);
    if (!threshold) {
        return fail(threshold.error());
    }
    method.threshold = std::move(*threshold);
    for (const FusedPtr& scores : smoothed) {
        method.alarms.push_back(
            detect::alarms(*scores, method.threshold.value, options.hysteresis));
        method.scores.push_back(*scores);
    }
    return method;
}

tl::unexpected<Error> comparisonStopped()
{
    return fail(ErrorCode::Cancelled, "the comparison was stopped");
}

Result<std::vector<MethodScores>> allMethods(const Model& model,
                                             std::span<const ScoredPtr> scored,
                                             std::span<const io::Label> labels,
                                             const detect::DecisionOptions& options,
                                             const std::stop_token& stop)
{
    std::vector<MethodScores> methods;
    const auto add = [&](Result<MethodScores> method) -> Status {
        if (!method) {
            return fail(method.error());
        }
        if (stop.stop_requested()) {
            return comparisonStopped();
        }
        methods.push_back(std::move(*method));
        return {};
    };
    if (auto status = add(spallScores(model, scored, labels, "spall", options)); !status) {
        return fail(status.error());
    }
    const auto rec = channelOptions(options, score::Fusion::Rec);
    const auto critic = channelOptions(options, score::Fusion::Critic);
    if (auto status = add(spallScores(model, scored, labels, "spall.rec", rec)); !status) {
        return fail(status.error());
    }
    if (auto status = add(spallScores(model, scored, labels, "spall.critic", critic)); !status) {
        return fail(status.error());
    }
    const bool hasPlain = std::all_of(
        scored.begin(), scored.end(), [](const ScoredPtr& one) { return !one->plain.empty(); });
    if (!hasPlain) {
        return methods;
    }
    for (const CalibratedMethod& plain : model.plain) {
        auto one = plainScores(model, scored, labels, plain.method->name(), plain.healthy, options);
        if (auto status = add(std::move(one)); !status) {
            return fail(status.error());
        }
    }
    auto ghost =
        plainScores(model, scored, labels, "untrained", model.untrained.healthy.rec, options);
    if (auto status = add(std::move(ghost)); !status) {
        return fail(status.error());
    }
    return methods;
}

/// Windows of one truth, all recordings together, in time order.
std::vector<double> scoresOf(const MethodScores& method, const Truths& truths, int truth)
{
    std::vector<double> chosen;
    for (std::size_t file = 0; file < truths.size(); ++file) {
        for (std::size_t at = 0; at < truths[file].size(); ++at) {
            if (truths[file][at] == truth) {
                chosen.push_back(method.scores[file][at]);
            }
        }
    }
    return chosen;
}

void addTally(MethodResult& result,
              const MethodScores& method,
              const Truths& truths,
              std::span<const ScoredPtr> scored,
              double overlap,
              Seconds healthyDuration)
{
    Tally tally;
    for (std::size_t file = 0; file < truths.size(); ++file) {
        add(tally, method.alarms[file], truths[file], scored[file]->windows);
        const FaultyEvents faulty = faultyEvents(method.alarms[file], truths[file]);
        result.faultyEvents += faulty.all;
        result.faultyEventsFound += faulty.found;
    }
    result.falseEvents = tally.falseEvents;
    result.metrics = metricsOf(tally, healthyDuration, overlap);
}

double volumeUnderPrOf(const MethodScores& method, const Truths& truths, double overlap)
{
    std::vector<double> scores;
    std::vector<char> labels;
    for (std::size_t file = 0; file < truths.size(); ++file) {
        for (std::size_t at = 0; at < truths[file].size(); ++at) {
            if (truths[file][at] >= 0) {
                scores.push_back(method.scores[file][at]);
                labels.push_back(static_cast<char>(truths[file][at]));
            }
        }
    }
    return evaluate::volumeUnderPr(scores, labels, static_cast<int>(2.0 * overlap));
}

MethodResult resultOf(const MethodScores& method,
                      const Truths& truths,
                      std::span<const ScoredPtr> scored,
                      double overlap,
                      Seconds healthyDuration)
{
    MethodResult result;
    result.name = method.name;
    if (method.hasOneThreshold) {
        result.threshold = method.threshold.value;
    }
    result.thresholdSource = method.threshold.source;
    const auto healthy = scoresOf(method, truths, 0);
    const auto faulty = scoresOf(method, truths, 1);
    if (!healthy.empty() && !faulty.empty()) {
        result.auroc = evaluate::areaUnderRoc(healthy, faulty);
        result.auprc = evaluate::averagePrecision(healthy, faulty);
        result.vusPr = volumeUnderPrOf(method, truths, overlapOf(scored, Seconds{}));
    }
    addTally(result, method, truths, scored, overlap, healthyDuration);
    return result;
}

std::vector<FileResult> fileResults(const MethodScores& spall,
                                    std::span<const ScoredPtr> scored,
                                    const Truths& truths,
                                    double overlap)
{
    std::vector<FileResult> files;
    for (std::size_t file = 0; file < scored.size(); ++file) {
        std::int64_t alarmed = 0;
        std::int64_t judged = 0;
        const Role role = scored[file]->role;
        for (std::size_t at = 0; at < truths[file].size(); ++at) {
            const signed char truth = truths[file][at];
            if (role == Role::Faulty    ? truth == 1
                : role == Role::Healthy ? truth == 0
                                        : truth >= 0) {
                ++judged;
                alarmed += spall.alarms[file][at] != 0 ? 1 : 0;
            }
        }
        files.push_back({scored[file]->recording->provenance.path,
                         scored[file]->role,
                         evaluate::wilson(alarmed, judged, overlap)});
    }
    return files;
}

} // namespace

Result<Evaluation> evaluate(const Model& model,
                            std::span<const ScoredPtr> scored,
                            std::span<const io::Label> labels,
                            const detect::DecisionOptions& options,
                            const std::stop_token& stop)
{
    Truths truths;
    Seconds healthy;
    for (const ScoredPtr& recording : scored) {
        truths.push_back(countedTruth(*recording, labels, options.policy.kind));
        healthy.value += healthyDuration(*recording, truths.back()).value;
    }
    const auto methods = allMethods(model, scored, labels, options, stop);
    if (!methods) {
        return fail(methods.error());
    }
    const double overlap = overlapOf(scored, options.smoothing);
    Evaluation evaluation;
    std::vector<Comparison> comparisons;
    for (const MethodScores& method : *methods) {
        if (stop.stop_requested()) {
            return comparisonStopped();
        }
        evaluation.methods.push_back(resultOf(method, truths, scored, overlap, healthy));
        comparisons.push_back(
            {method.name, scoresOf(method, truths, 0), scoresOf(method, truths, 1)});
    }
    evaluation.files = fileResults(methods->front(), scored, truths, overlap);
    evaluation.verdict = verdictOf(comparisons, overlap, model.settings.seed);
    evaluation.limits = limitsOf(model, scored, comparisons.front(), options, overlap);
    return evaluation;
}

} // namespace spall::pipeline
