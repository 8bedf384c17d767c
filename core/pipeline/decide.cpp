// SPDX-License-Identifier: GPL-3.0-or-later
// Walk 8: from calibrated channels to alarms. No torch; runs while a threshold is dragged.
#include "core/pipeline/analysis.h"
#include "core/pipeline/truth.h"

#include <algorithm>
#include <cmath>

namespace spall::pipeline {
namespace {

/// By two thresholds each channel is smoothed as the fused score is.
std::vector<char> dualAlarms(const ScoredRecording& scored, const detect::DecisionOptions& options)
{
    const int windows = smoothedWindows(scored, options.smoothing);
    if (windows <= 1) {
        return detect::alarms(scored.channels, *options.dual, options.hysteresis);
    }
    const score::ChannelScores smoothed{score::smooth(scored.channels.rec, windows),
                                        score::smooth(scored.channels.critic, windows)};
    return detect::alarms(smoothed, *options.dual, options.hysteresis);
}

} // namespace

double windowSpacing(const ScoredRecording& scored)
{
    const auto& windows = scored.windows;
    return windows.size() < 2 ? 1.0
                              : static_cast<double>(windows.back().first - windows.front().first) /
                                    static_cast<double>(windows.size() - 1);
}

int smoothedWindows(const ScoredRecording& scored, Seconds smoothing)
{
    const double windows =
        smoothing.value * scored.recording->rate.value.value / windowSpacing(scored);
    return std::max(1, static_cast<int>(std::lround(windows)));
}

detect::HealthyScores
healthyScores(const Model& model, std::span<const double> outOfFold, Seconds smoothing)
{
    // The healthy windows lie closer than the scored ones: smooth over the same time.
    const double spacing =
        model.calibration.duration.value / std::max(1.0, static_cast<double>(outOfFold.size()));
    const int windows = std::max(1, static_cast<int>(std::lround(smoothing.value / spacing)));
    detect::HealthyScores healthy;
    healthy.scores = score::smooth(outOfFold, windows);
    const double length = static_cast<double>(model.settings.window.length) / model.rate.value;
    healthy.independentWindows =
        model.calibration.independentWindows * length / (length + (windows - 1) * spacing);
    healthy.duration = model.calibration.duration;
    return healthy;
}

detect::HealthyScores healthyScores(const Model& model, const detect::DecisionOptions& options)
{
    return healthyScores(model,
                         score::fuse(model.calibration.healthy, options.fusion, options.lambda),
                         options.smoothing);
}

Result<detect::Threshold> thresholdFor(const detect::Policy& policy,
                                       const detect::HealthyScores& healthy,
                                       std::span<const ScoredPtr> scored,
                                       std::span<const FusedPtr> scores,
                                       std::span<const io::Label> labels)
{
    switch (policy.kind) {
    case detect::PolicyKind::Manual:
        return detect::Threshold{policy.value, "set by hand", false};
    case detect::PolicyKind::FalseAlarmRate:
        return detect::thresholdForFalseAlarmRate(healthy, policy.value);
    case detect::PolicyKind::AlarmsPerHour:
        return detect::thresholdForAlarmsPerHour(healthy, policy.value);
    case detect::PolicyKind::BestF1:
        break;
    }
    std::vector<double> healthyHalf;
    std::vector<double> faultyHalf;
    for (std::size_t file = 0; file < scored.size(); ++file) {
        const Truth validation =
            halve(*scored[file], truthOfWindows(*scored[file], labels)).validation;
        for (std::size_t at = 0; at < validation.size(); ++at) {
            if (validation[at] >= 0) {
                (validation[at] == 1 ? faultyHalf : healthyHalf).push_back((*scores[file])[at]);
            }
        }
    }
    return detect::thresholdForBestF1(healthyHalf, faultyHalf);
}

Result<detect::Threshold> chooseThreshold(const Model& model,
                                          const detect::DecisionOptions& options,
                                          std::span<const ScoredPtr> scored,
                                          std::span<const io::Label> labels)
{
    std::vector<FusedPtr> fused;
    for (std::size_t file = 0;
         options.policy.kind == detect::PolicyKind::BestF1 && file < scored.size();
         ++file) {
        fused.push_back(fuse(*scored[file], options));
    }
    const bool isByHand = options.policy.kind == detect::PolicyKind::Manual;
    const auto healthy = isByHand ? detect::HealthyScores{} : healthyScores(model, options);
    return thresholdFor(options.policy, healthy, scored.first(fused.size()), fused, labels);
}

FusedPtr fuse(const ScoredRecording& scored, const detect::DecisionOptions& options)
{
    const auto fused = score::fuse(scored.channels, options.fusion, options.lambda);
    return std::make_shared<const std::vector<double>>(
        score::smooth(fused, smoothedWindows(scored, options.smoothing)));
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
                          ? dualAlarms(scored, options)
                          : detect::alarms(decision.scores(), threshold, options.hysteresis);
    decision.events = detect::findEvents(decision.alarms, decision.scores(), scored.windows);
    return decision;
}

} // namespace spall::pipeline
