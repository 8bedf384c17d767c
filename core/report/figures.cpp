// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"

#include "core/report/number_text.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spall::report {

namespace {

/// The unit a time axis of this length reads best in.
struct TimeUnit {
    double seconds = 1.0;
    const char* name = "s";
};

TimeUnit timeUnit(double totalSeconds)
{
    if (totalSeconds > 3.0 * 3600.0) {
        return {3600.0, "h"};
    }
    if (totalSeconds > 300.0) {
        return {60.0, "min"};
    }
    return totalSeconds < 1.0 ? TimeUnit{1e-3, "ms"} : TimeUnit{};
}

Series named(std::string name, std::string colour, Series::Style style)
{
    Series series;
    series.name = std::move(name);
    series.colour = std::move(colour);
    series.style = style;
    return series;
}

void addIfAny(Figure& figure, Series series)
{
    if (!series.x.empty()) {
        figure.series.push_back(std::move(series));
    }
}

/// Shares of the scores in `bars` equal bars over [low, high]; what lies above goes into the last.
Series histogramOf(std::span<const double> scores, Series series, double low, double high, int bars)
{
    const double width = (high - low) / bars;
    std::vector<double> shares(static_cast<std::size_t>(bars), 0.0);
    for (const double score : scores) {
        if (std::isfinite(score)) {
            const double place = std::clamp((score - low) / width, 0.0, bars - 1.0);
            shares[static_cast<std::size_t>(place)] += 1.0 / static_cast<double>(scores.size());
        }
    }
    series.barWidth = width;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] > 0.0) {
            series.x.push_back(low + (static_cast<double>(i) + 0.5) * width);
            series.y.push_back(100.0 * shares[i]);
        }
    }
    return series;
}

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
};

Extent extentOf(std::span<const double> values)
{
    Extent extent;
    for (const double value : values) {
        if (std::isfinite(value)) {
            extent.low = std::min(extent.low, value);
            extent.high = std::max(extent.high, value);
        }
    }
    return extent;
}

Figure epochFigure(std::string title, std::string yTitle)
{
    Figure figure;
    figure.title = std::move(title);
    figure.xTitle = "epoch";
    figure.yTitle = std::move(yTitle);
    return figure;
}

template <typename Value>
Series overEpochs(const train::TrainHistory& history, Series series, Value value)
{
    for (const train::EpochReport& epoch : history.epochs) {
        series.x.push_back(epoch.epoch);
        series.y.push_back(value(epoch));
    }
    return series;
}

} // namespace

Figure scoreStrip(const pipeline::ScoredRecording& scored,
                  const pipeline::Decision& decision,
                  std::optional<double> threshold)
{
    const double rate = scored.recording->rate.value.value;
    const SampleIndex last = scored.windows.empty() ? 0 : scored.windows.back().last;
    const TimeUnit unit = timeUnit(static_cast<double>(last) / rate);
    const double scale = 1.0 / (rate * unit.seconds);
    Series learned = named("learned from", "muted", Series::Style::Bars);
    Series below = named("no alarm", "healthy", Series::Style::Bars);
    Series above = named("alarm", "alarm", Series::Style::Bars);
    for (std::size_t i = 0; i < std::min(scored.windows.size(), decision.scores.size()); ++i) {
        const bool isLearned = i < scored.learned.size() && scored.learned[i] != 0;
        const bool isAlarm = i < decision.alarms.size() && decision.alarms[i] != 0;
        Series& series = isAlarm ? above : isLearned ? learned : below;
        const SampleRange& window = scored.windows[i];
        series.x.push_back(0.5 * static_cast<double>(window.first + window.last) * scale);
        series.y.push_back(decision.scores[i]);
    }
    const SampleCount step =
        scored.windows.size() > 1 ? scored.windows[1].first - scored.windows[0].first : last;
    Figure figure;
    figure.xTitle = std::string("time (") + unit.name + ")";
    figure.yTitle = "score (σ of healthy)";
    for (Series* series : {&learned, &below, &above}) {
        series->barWidth = static_cast<double>(step) * scale;
        addIfAny(figure, std::move(*series));
    }
    if (threshold && std::isfinite(*threshold)) {
        figure.marks.push_back({true, *threshold, "threshold " + compact(*threshold), "threshold"});
    }
    figure.xLow = 0.0;
    // Bars stand on zero, or on the lowest score where some lie below it.
    figure.yLow = std::min(0.0, extentOf(decision.scores).low);
    return figure;
}

Figure overlay(const pipeline::ScoredRecording& scored, std::size_t window)
{
    const SampleRange range = scored.windows.at(window);
    const double rate = scored.recording->rate.value.value;
    const TimeUnit unit = timeUnit(static_cast<double>(range.size()) / rate);
    const auto& channel = scored.recording->channels.at(static_cast<std::size_t>(scored.channel));
    const score::SampleReconstruction& made = scored.reconstruction;
    Series signal = named("signal", "signal", Series::Style::Line);
    Series median = named("reconstruction", "reconstruction", Series::Style::Line);
    Series band = named("", "reconstruction", Series::Style::Band);
    for (SampleIndex at = range.first; at < range.last; ++at) {
        const auto i = static_cast<std::size_t>(at);
        const double time = static_cast<double>(at - range.first) / (rate * unit.seconds);
        if (i < channel.samples.size()) {
            signal.x.push_back(time);
            signal.y.push_back(channel.samples[i]);
        }
        if (i < made.median.size()) {
            median.x.push_back(time);
            median.y.push_back(static_cast<double>(made.median[i]));
        }
        if (i < made.low.size() && i < made.high.size()) {
            band.x.push_back(time);
            band.y.push_back(static_cast<double>(made.low[i]));
            band.high.push_back(static_cast<double>(made.high[i]));
        }
    }
    Figure figure;
    figure.xTitle = std::string("time from the start of the window (") + unit.name + ")";
    figure.yTitle = channel.unit.empty() ? channel.name : channel.name + " (" + channel.unit + ")";
    addIfAny(figure, std::move(band));
    addIfAny(figure, std::move(signal));
    addIfAny(figure, std::move(median));
    return figure;
}

Figure
scoreHistogram(std::span<const double> healthy, std::span<const double> faulty, double threshold)
{
    constexpr int kBars = 60;
    Extent all = extentOf(healthy);
    const Extent ofFaulty = extentOf(faulty);
    const double healthyHigh = std::isfinite(all.high) ? all.high : ofFaulty.low;
    all.low = std::min(all.low, ofFaulty.low);
    all.high = std::max(all.high, ofFaulty.high);
    const double reach = std::max(threshold, healthyHigh) - all.low;
    const double limit = std::min(all.high, all.low + 3.0 * reach);
    const bool isCut = limit < all.high;
    const auto beyond = std::count_if(
        faulty.begin(), faulty.end(), [limit](double score) { return score > limit; });
    Figure figure;
    figure.title = "Scores of healthy and faulty windows";
    figure.xTitle = "score (σ of healthy)";
    figure.yTitle = "windows (%)";
    figure.yLow = 0.0;
    figure.caption = wording::histogramCaption(isCut ? compact(limit) : "",
                                               isCut ? wording::windows(beyond) : "");
    if (!(limit > all.low)) {
        return figure;
    }
    addIfAny(figure,
             histogramOf(healthy,
                         named("healthy, not learned from", "healthy", Series::Style::Bars),
                         all.low,
                         limit,
                         kBars));
    addIfAny(
        figure,
        histogramOf(faulty, named("faulty", "alarm", Series::Style::Bars), all.low, limit, kBars));
    if (std::isfinite(threshold)) {
        figure.marks.push_back({false, threshold, "threshold " + compact(threshold), "threshold"});
    }
    return figure;
}

Figure rocFigure(std::span<const evaluate::CurvePoint> curve,
                 const std::optional<evaluate::CurvePoint>& here)
{
    Figure figure;
    figure.title = "Recall against false alarms";
    figure.xTitle = "false-alarm rate (%)";
    figure.yTitle = "recall (%)";
    figure.xLow = 0.0;
    figure.xHigh = 100.0;
    figure.yLow = 0.0;
    figure.yHigh = 104.0;
    Series line = named("this model", "reconstruction", Series::Style::Line);
    for (const evaluate::CurvePoint& point : curve) {
        line.x.push_back(100.0 * point.x);
        line.y.push_back(100.0 * point.y);
    }
    Series chance = named("by chance", "muted", Series::Style::Line);
    chance.x = {0.0, 100.0};
    chance.y = {0.0, 100.0};
    addIfAny(figure, std::move(chance));
    addIfAny(figure, std::move(line));
    if (here) {
        Series dot = named("this threshold", "threshold", Series::Style::Points);
        dot.x = {100.0 * here->x};
        dot.y = {100.0 * here->y};
        addIfAny(figure, std::move(dot));
    }
    return figure;
}

Figure cycleCurves(const train::TrainHistory& history)
{
    Figure figure = epochFigure("Reconstruction error while training", "error (healthy σ)");
    addIfAny(figure,
             overEpochs(history,
                        named("learned", "reconstruction", Series::Style::Line),
                        [](const auto& epoch) { return epoch.losses.cycle; }));
    addIfAny(figure,
             overEpochs(history,
                        named("held back", "healthy", Series::Style::Line),
                        [](const auto& epoch) { return epoch.heldBackCycle; }));
    if (history.bestEpoch > 0) {
        figure.marks.push_back(
            {false, static_cast<double>(history.bestEpoch), "kept", "threshold"});
        figure.caption = wording::lossCaption(count(history.bestEpoch));
    }
    return figure;
}

Figure adversarialCurves(const train::TrainHistory& history)
{
    Figure figure = epochFigure("Critic and generator while training", "loss");
    figure.caption = wording::criticLossCaption();
    addIfAny(figure,
             overEpochs(history,
                        named("critic", "alarm", Series::Style::Line),
                        [](const auto& epoch) { return epoch.losses.critic; }));
    addIfAny(figure,
             overEpochs(history,
                        named("generator", "reconstruction", Series::Style::Line),
                        [](const auto& epoch) { return epoch.losses.generator; }));
    return figure;
}

} // namespace spall::report
