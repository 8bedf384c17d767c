// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tally.h"

#include "core/detect/runs.h"

#include <algorithm>
#include <optional>

namespace spall::pipeline {
namespace {

/// How many of `size` places `isCounted(at)` says 1 of. Counted in bytes, a block at a time, which
/// the compiler does for many places at once: a million windows while a threshold moves.
template <typename IsCounted> std::int64_t countPlaces(std::size_t size, IsCounted isCounted)
{
    constexpr std::size_t kBlock = 128;
    std::int64_t counted = 0;
    for (std::size_t first = 0; first < size; first += kBlock) {
        const std::size_t last = std::min(size, first + kBlock);
        unsigned char inBlock = 0;
        for (std::size_t at = first; at < last; ++at) {
            inBlock = static_cast<unsigned char>(inBlock + (isCounted(at) ? 1 : 0));
        }
        counted += inBlock;
    }
    return counted;
}

void addWindows(Tally& tally, std::span<const char> alarms, std::span<const signed char> truth)
{
    const auto of = [truth](signed char known) {
        return countPlaces(truth.size(), [=](std::size_t at) { return truth[at] == known; });
    };
    const auto alarmed = [truth, alarms](signed char known) {
        return countPlaces(
            truth.size(), [=](std::size_t at) { return (truth[at] == known) & (alarms[at] != 0); });
    };
    const std::int64_t falsePositive = alarmed(0);
    const std::int64_t truePositive = alarmed(1);
    tally.confusion.truePositive += truePositive;
    tally.confusion.falsePositive += falsePositive;
    tally.confusion.trueNegative += of(0) - falsePositive;
    tally.confusion.falseNegative += of(1) - truePositive;
}

/// How many windows on the next one lies that touches this one's end: windows that far apart are
/// one event (`detect::findEvents`). Unset where they lie in uneven steps, as in snapshots.
std::optional<std::size_t> reachOf(std::span<const SampleRange> windows)
{
    if (windows.size() < 2) {
        return 1;
    }
    const SampleCount step = windows[1].first - windows[0].first;
    const auto steps = static_cast<SampleCount>(windows.size() - 1);
    if (windows.back().first - windows.front().first != steps * step) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::max<SampleCount>(1, windows[0].size() / step));
}

/// Alarmed healthy windows that follow each other, or share or touch samples, are one event.
std::int64_t falseEvents(std::span<const char> alarms,
                         std::span<const signed char> truth,
                         std::span<const SampleRange> windows)
{
    std::vector<char> flags(truth.size());
    for (std::size_t at = 0; at < flags.size(); ++at) {
        flags[at] = static_cast<char>((truth[at] == 0) & (alarms[at] != 0));
    }
    if (const auto reach = reachOf(windows)) {
        return detect::countRuns(flags, *reach);
    }
    const std::vector<double> scores(flags.size()); // the peaks are not asked for
    return static_cast<std::int64_t>(detect::findEvents(flags, scores, windows).size());
}

} // namespace

void add(Tally& tally,
         std::span<const char> alarms,
         std::span<const signed char> truth,
         std::span<const SampleRange> windows)
{
    const std::size_t count = std::min({alarms.size(), truth.size(), windows.size()});
    addWindows(tally, alarms.first(count), truth.first(count));
    tally.falseEvents += falseEvents(alarms.first(count), truth.first(count), windows);
}

FaultyEvents faultyEvents(std::span<const char> alarms, std::span<const signed char> truth)
{
    const auto isFaulty = [](signed char known) {
        return known == 1;
    };
    FaultyEvents events;
    auto first = std::find_if(truth.begin(), truth.end(), isFaulty);
    while (first != truth.end()) {
        const auto last = std::find_if_not(first, truth.end(), isFaulty);
        const auto inRun = alarms.subspan(static_cast<std::size_t>(first - truth.begin()),
                                          static_cast<std::size_t>(last - first));
        const bool isFound = std::find(inRun.begin(), inRun.end(), 1) != inRun.end();
        ++events.all;
        events.found += isFound ? 1 : 0;
        first = std::find_if(last, truth.end(), isFaulty);
    }
    return events;
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
        metrics.falseAlarmsPerHour = evaluate::hourlyRate(tally.falseEvents, healthy);
    }
    return metrics;
}

double overlapOf(const ScoredRecording& scored, Seconds smoothing)
{
    if (scored.windows.size() < 2) {
        return 1.0;
    }
    const auto length = static_cast<double>(scored.windows[0].size());
    const double step = windowSpacing(scored);
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
    const auto isJudged = [&](std::size_t at) {
        const bool isChosenOn = isHalved && truth[at] >= 0 && test[at] < 0;
        return (scored.learned[at] == 0) & !isChosenOn;
    };
    const std::int64_t judged = countPlaces(alarms.size(), isJudged);
    const std::int64_t alarmed = countPlaces(
        alarms.size(), [&](std::size_t at) { return isJudged(at) & (alarms[at] != 0); });
    return evaluate::wilson(alarmed, judged, overlapOf(scored, options.smoothing));
}

} // namespace spall::pipeline
