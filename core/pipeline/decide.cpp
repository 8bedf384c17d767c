// SPDX-License-Identifier: GPL-3.0-or-later
// Walk 8: from calibrated channels to alarms. No torch; runs while a threshold is dragged.
#include "core/pipeline/analysis.h"

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

std::vector<double> fusedScores(const ScoredRecording& scored,
                                const detect::DecisionOptions& options)
{
    const auto fused = score::fuse(scored.channels, options.fusion, options.lambda);
    return score::smooth(
        fused, smoothingWindows(options.smoothing, stepOf(scored), scored.recording->rate.value));
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
                                          std::span<const ScoredPtr> scored)
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
    // Validation is the first half of what is judged; the report is about the other half.
    std::vector<double> healthy;
    std::vector<double> faulty;
    for (const auto& recording : scored) {
        if (!recording) {
            continue;
        }
        const auto scores = fusedScores(*recording, options);
        const auto parts = validationWindows(*recording);
        for (std::size_t at = 0; at < scores.size(); ++at) {
            if (parts[at] == Part::Validation) {
                (recording->role == Role::Faulty ? faulty : healthy).push_back(scores[at]);
            }
        }
    }
    return detect::thresholdForBestF1(healthy, faulty);
}

std::vector<Part> validationWindows(const ScoredRecording& scored)
{
    std::vector<Part> parts(scored.windows.size(), Part::None);
    if (scored.role == Role::Unknown) {
        return parts;
    }
    std::vector<std::size_t> usable;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (scored.learned[at] == 0) {
            usable.push_back(at);
        }
    }
    if (usable.empty()) {
        return parts;
    }
    const SampleIndex middle = scored.windows[usable[usable.size() / 2]].first;
    for (const std::size_t at : usable) {
        const SampleRange window = scored.windows[at];
        if (window.last <= middle) {
            parts[at] = Part::Validation;
        } else if (window.first >= middle) {
            parts[at] = Part::Test;
        }
    }
    return parts;
}

Decision
decide(const ScoredRecording& scored, const detect::DecisionOptions& options, double threshold)
{
    Decision decision;
    decision.scores = fusedScores(scored, options);
    decision.alarms = options.dual
                          ? detect::alarms(scored.channels, *options.dual, options.hysteresis)
                          : detect::alarms(decision.scores, threshold, options.hysteresis);
    decision.events = detect::findEvents(decision.alarms, decision.scores, scored.windows);
    return decision;
}

std::vector<signed char> truthOfWindows(const ScoredRecording& scored,
                                        std::span<const io::Label> labels)
{
    const auto roleTruth = static_cast<signed char>(scored.role == Role::Healthy  ? 0
                                                    : scored.role == Role::Faulty ? 1
                                                                                  : -1);
    std::vector<signed char> truth(scored.windows.size(), roleTruth);
    const auto name = std::filesystem::path(scored.recording->provenance.path).filename().string();
    const double toFileRate = scored.fileRate.value / scored.recording->rate.value.value;
    bool isLabelled = false;
    for (const io::Label& label : labels) {
        isLabelled = isLabelled || label.file == name;
    }
    for (std::size_t at = 0; at < truth.size(); ++at) {
        if (isLabelled) {
            // Labels are in samples of the file; a window is what covers its middle.
            const auto middle = static_cast<SampleIndex>(
                0.5 * toFileRate *
                static_cast<double>(scored.windows[at].first + scored.windows[at].last));
            truth[at] = -1;
            for (const io::Label& label : labels) {
                if (label.file == name && label.range.contains(middle)) {
                    truth[at] = static_cast<signed char>(label.name == "healthy"  ? 0
                                                         : label.name == "faulty" ? 1
                                                                                  : truth[at]);
                }
            }
        }
        if (scored.learned[at] != 0) {
            truth[at] = -1; // never reported on what was learned from
        }
    }
    return truth;
}

} // namespace spall::pipeline
