// SPDX-License-Identifier: GPL-3.0-or-later
// Walk 8: from calibrated channels to alarms. No torch; runs while a threshold is dragged.
#include "core/pipeline/analysis.h"
#include "core/pipeline/truth.h"

#include <algorithm>
#include <cmath>

namespace spall::pipeline {
namespace {

/// Smoothing time as a number of neighbouring windows.
int smoothingWindows(Seconds smoothing, SampleCount step, Hertz rate)
{
    const double windows = smoothing.value * rate.value / static_cast<double>(step);
    return std::max(1, static_cast<int>(std::lround(windows)));
}

SampleCount stepOf(const ScoredRecording& scored)
{
    return scored.windows.size() < 2 ? 1 : scored.windows[1].first - scored.windows[0].first;
}

} // namespace

detect::HealthyScores healthyScores(const Model& model, const detect::DecisionOptions& options)
{
    // The healthy windows lie closer than the scored ones: smooth over the same time.
    const auto& healthy = model.calibration.healthy;
    const double spacing =
        model.calibration.duration.value / std::max(1.0, static_cast<double>(healthy.rec.size()));
    const int windows =
        std::max(1, static_cast<int>(std::lround(options.smoothing.value / spacing)));
    detect::HealthyScores scores;
    scores.scores = score::smooth(score::fuse(healthy, options.fusion, options.lambda), windows);
    scores.independentWindows = model.calibration.independentWindows;
    scores.duration = model.calibration.duration;
    return scores;
}

Result<detect::Threshold> chooseThreshold(const Model& model,
                                          const detect::DecisionOptions& options,
                                          std::span<const ScoredPtr> scored,
                                          std::span<const io::Label> labels)
{
    switch (options.policy.kind) {
    case detect::PolicyKind::Manual:
        return detect::Threshold{options.policy.value, "set by hand", false};
    case detect::PolicyKind::FalseAlarmRate:
        return detect::thresholdForFalseAlarmRate(healthyScores(model, options),
                                                  options.policy.value);
    case detect::PolicyKind::AlarmsPerHour:
        return detect::thresholdForAlarmsPerHour(healthyScores(model, options),
                                                 options.policy.value);
    case detect::PolicyKind::BestF1:
        break;
    }
    std::vector<double> healthy;
    std::vector<double> faulty;
    for (const auto& recording : scored) {
        const FusedPtr fused = fuse(*recording, options);
        const std::vector<double>& scores = *fused;
        const Truth validation = halve(*recording, truthOfWindows(*recording, labels)).validation;
        for (std::size_t at = 0; at < scores.size(); ++at) {
            if (validation[at] >= 0) {
                (validation[at] == 1 ? faulty : healthy).push_back(scores[at]);
            }
        }
    }
    return detect::thresholdForBestF1(healthy, faulty);
}

FusedPtr fuse(const ScoredRecording& scored, const detect::DecisionOptions& options)
{
    const auto fused = score::fuse(scored.channels, options.fusion, options.lambda);
    return std::make_shared<const std::vector<double>>(score::smooth(
        fused, smoothingWindows(options.smoothing, stepOf(scored), scored.recording->rate.value)));
}

Decision
decide(const ScoredRecording& scored, const detect::DecisionOptions& options, double threshold)
{
    return decide(scored, fuse(scored, options), options, threshold);
}

Decision decide(const ScoredRecording& scored,
                FusedPtr fused,
                const detect::DecisionOptions& options,
                double threshold)
{
    Decision decision{std::move(fused), {}, {}};
    decision.alarms = options.dual
                          ? detect::alarms(scored.channels, *options.dual, options.hysteresis)
                          : detect::alarms(decision.scores(), threshold, options.hysteresis);
    decision.events = detect::findEvents(decision.alarms, decision.scores(), scored.windows);
    return decision;
}

} // namespace spall::pipeline
