// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tally.h"

#include <algorithm>

namespace spall::pipeline {
namespace {

void addWindow(evaluate::Confusion& confusion, signed char truth, bool alarmed)
{
    if (truth == 1) {
        ++(alarmed ? confusion.truePositive : confusion.falseNegative);
    } else if (truth == 0) {
        ++(alarmed ? confusion.falsePositive : confusion.trueNegative);
    }
}

} // namespace

void add(Tally& tally, std::span<const char> alarms, std::span<const signed char> truth)
{
    bool inFalseEvent = false;
    bool inFaultyEvent = false;
    bool isFound = false;
    for (std::size_t at = 0; at < std::min(alarms.size(), truth.size()); ++at) {
        const bool alarmed = alarms[at] != 0;
        addWindow(tally.confusion, truth[at], alarmed);
        const bool isFalse = alarmed && truth[at] == 0;
        tally.falseEvents += isFalse && !inFalseEvent ? 1 : 0;
        inFalseEvent = isFalse;
        const bool isFaulty = truth[at] == 1;
        if (isFaulty && !inFaultyEvent) {
            ++tally.faultyEvents;
            isFound = false;
        }
        if (isFaulty && alarmed && !isFound) {
            ++tally.faultyEventsFound;
            isFound = true;
        }
        inFaultyEvent = isFaulty;
    }
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

double overlapOf(const ScoredRecording& scored)
{
    if (scored.windows.size() < 2) {
        return 1.0;
    }
    const auto length = static_cast<double>(scored.windows[0].size());
    const auto step = static_cast<double>(scored.windows[1].first - scored.windows[0].first);
    return step > 0.0 ? std::max(1.0, length / step) : 1.0;
}

double overlapOf(std::span<const ScoredPtr> scored)
{
    double widest = 1.0;
    for (const ScoredPtr& each : scored) {
        widest = std::max(widest, overlapOf(*each));
    }
    return widest;
}

evaluate::Rate alarmedShare(const ScoredRecording& scored, std::span<const char> alarms)
{
    std::int64_t alarmed = 0;
    std::int64_t judged = 0;
    for (std::size_t at = 0; at < alarms.size(); ++at) {
        const bool isJudged = scored.learned[at] == 0;
        judged += isJudged ? 1 : 0;
        alarmed += isJudged && alarms[at] != 0 ? 1 : 0;
    }
    return evaluate::wilson(alarmed, judged, overlapOf(scored));
}

} // namespace spall::pipeline
