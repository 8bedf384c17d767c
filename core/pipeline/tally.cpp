// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tally.h"

#include <algorithm>
#include <optional>

namespace spall::pipeline {
namespace {

/// Without a branch, so that a million windows are counted many at a time while a threshold moves.
void addWindows(Tally& tally, std::span<const char> alarms, std::span<const signed char> truth)
{
    std::int64_t healthy = 0;
    std::int64_t faulty = 0;
    std::int64_t falsePositive = 0;
    std::int64_t truePositive = 0;
    for (std::size_t at = 0; at < truth.size(); ++at) {
        const char isHealthy = truth[at] == 0 ? 1 : 0;
        const char isFaulty = truth[at] == 1 ? 1 : 0;
        const char isAlarm = alarms[at] != 0 ? 1 : 0;
        healthy += isHealthy;
        faulty += isFaulty;
        falsePositive += isHealthy & isAlarm;
        truePositive += isFaulty & isAlarm;
    }
    tally.confusion.truePositive += truePositive;
    tally.confusion.falsePositive += falsePositive;
    tally.confusion.trueNegative += healthy - falsePositive;
    tally.confusion.falseNegative += faulty - truePositive;
}

/// Alarmed healthy windows that follow each other, or share or touch samples, are one event.
void addFalseEvents(Tally& tally,
                    std::span<const char> alarms,
                    std::span<const signed char> truth,
                    std::span<const SampleRange> windows)
{
    std::optional<std::size_t> before;
    for (auto next = std::find(alarms.begin(), alarms.end(), 1); next != alarms.end();
         next = std::find(next + 1, alarms.end(), 1)) {
        const auto at = static_cast<std::size_t>(next - alarms.begin());
        if (truth[at] != 0) {
            continue;
        }
        const bool goesOn =
            before && (at == *before + 1 || windows[at].first <= windows[*before].last);
        tally.falseEvents += goesOn ? 0 : 1;
        before = at;
    }
}

void addFaultyRuns(Tally& tally, std::span<const char> alarms, std::span<const signed char> truth)
{
    const auto isFaulty = [](signed char known) {
        return known == 1;
    };
    auto first = std::find_if(truth.begin(), truth.end(), isFaulty);
    while (first != truth.end()) {
        const auto last = std::find_if_not(first, truth.end(), isFaulty);
        const auto inRun = alarms.subspan(static_cast<std::size_t>(first - truth.begin()),
                                          static_cast<std::size_t>(last - first));
        const bool isFound = std::find(inRun.begin(), inRun.end(), 1) != inRun.end();
        ++tally.faultyEvents;
        tally.faultyEventsFound += isFound ? 1 : 0;
        first = std::find_if(last, truth.end(), isFaulty);
    }
}

} // namespace

void add(Tally& tally,
         std::span<const char> alarms,
         std::span<const signed char> truth,
         std::span<const SampleRange> windows)
{
    const std::size_t count = std::min({alarms.size(), truth.size(), windows.size()});
    addWindows(tally, alarms.first(count), truth.first(count));
    addFalseEvents(tally, alarms.first(count), truth.first(count), windows);
    addFaultyRuns(tally, alarms.first(count), truth.first(count));
}

Seconds healthyDuration(const ScoredRecording& scored, std::span<const signed char> truth)
{
    SampleCount samples = 0;
    SampleIndex covered = 0;
    for (std::size_t at = 0; at < truth.size(); ++at) {
        if (truth[at] == 0) {
            const SampleRange window = scored.windows[at];
            samples += window.last - std::max(window.first, covered);
            covered = window.last;
        }
    }
    return duration(samples, scored.recording->rate.value);
}

evaluate::Metrics metricsOf(const Tally& tally, Seconds healthy, double overlap)
{
    evaluate::Metrics metrics = evaluate::metrics(tally.confusion, overlap);
    if (healthy.value > 0.0) {
        constexpr double kHour = 3600.0;
        metrics.falseAlarmsPerHour = static_cast<double>(tally.falseEvents) / healthy.value * kHour;
    }
    return metrics;
}

double overlapOf(const ScoredRecording& scored, Seconds smoothing)
{
    if (scored.windows.size() < 2) {
        return 1.0;
    }
    const auto length = static_cast<double>(scored.windows[0].size());
    const auto step = static_cast<double>(scored.windows[1].first - scored.windows[0].first);
    const double averaged = smoothedWindows(scored, smoothing) - 1;
    return step > 0.0 ? std::max(1.0, length / step + averaged) : 1.0;
}

double overlapOf(std::span<const ScoredPtr> scored, Seconds smoothing)
{
    double widest = 1.0;
    for (const ScoredPtr& each : scored) {
        widest = std::max(widest, overlapOf(*each, smoothing));
    }
    return widest;
}

evaluate::Rate alarmedShare(const ScoredRecording& scored,
                            std::span<const char> alarms,
                            const detect::DecisionOptions& options,
                            std::span<const io::Label> labels)
{
    const bool isHalved = options.policy.kind == detect::PolicyKind::BestF1;
    const Truth truth = isHalved ? truthOfWindows(scored, labels) : Truth{};
    const Truth test = isHalved ? halve(scored, truth).test : Truth{};
    std::int64_t alarmed = 0;
    std::int64_t judged = 0;
    for (std::size_t at = 0; at < alarms.size(); ++at) {
        const bool isChosenOn = isHalved && truth[at] >= 0 && test[at] < 0;
        const bool isJudged = scored.learned[at] == 0 && !isChosenOn;
        judged += isJudged ? 1 : 0;
        alarmed += isJudged && alarms[at] != 0 ? 1 : 0;
    }
    return evaluate::wilson(alarmed, judged, overlapOf(scored, options.smoothing));
}

} // namespace spall::pipeline
