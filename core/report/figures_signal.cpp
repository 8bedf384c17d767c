// SPDX-License-Identifier: GPL-3.0-or-later
// Figures over time and frequency of one recording.
#include "core/report/figure_parts.h"
#include "core/report/figures.h"
#include "core/report/number_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::report {

namespace {

std::string unitTitle(const signal::Channel& channel)
{
    return channel.unit.empty() ? channel.name : channel.name + " (" + channel.unit + ")";
}

const signal::Channel& channelOf(const pipeline::ScoredRecording& scored)
{
    return scored.recording->channels.at(static_cast<std::size_t>(scored.channel));
}

Figure
waveformFigure(const pipeline::ScoredRecording& scored, const AlarmView& view, const Words& words)
{
    const double rate = scored.recording->rate.value.value;
    const TimeUnit unit = timeUnit(static_cast<double>(view.waveform.size()) / rate);
    Series signal = named("", "signal", Series::Style::Line);
    for (std::size_t i = 0; i < view.waveform.size(); ++i) {
        signal.x.push_back(static_cast<double>(i) / (rate * unit.seconds));
        signal.y.push_back(view.waveform[i]);
    }
    Figure figure;
    figure.xTitle = words(Phrase::AxisWindowTime, {unit.name});
    figure.yTitle = unitTitle(channelOf(scored));
    addIfAny(figure, std::move(signal));
    return figure;
}

Figure envelopeFigure(const AlarmView& view, const Words& words)
{
    Series line = named("", "reconstruction", Series::Style::Line);
    for (std::size_t i = 1; i < view.envelope.values.size(); ++i) {
        line.x.push_back(static_cast<double>(i) * view.envelope.binWidth.value);
        line.y.push_back(view.envelope.values[i]);
    }
    Figure figure;
    figure.xTitle = words(Phrase::AxisFrequency);
    figure.yTitle = words(Phrase::AxisEnvelope);
    figure.xLow = 0.0;
    figure.yLow = 0.0;
    if (view.reading.hasFamily()) {
        const double shown =
            view.envelope.binWidth.value * static_cast<double>(view.envelope.values.size());
        std::string name(signal::lineName(view.reading.family.kind));
        for (double at = view.reading.family.found.value; at < shown && figure.marks.size() < 3;
             at += view.reading.family.found.value) {
            figure.marks.push_back(
                {false, at, std::exchange(name, std::string()), "threshold", true});
        }
    }
    addIfAny(figure, std::move(line));
    return figure;
}

} // namespace

Figure scoreStrip(const pipeline::ScoredRecording& scored,
                  const pipeline::Decision& decision,
                  std::optional<double> threshold,
                  const Words& words)
{
    const double rate = scored.recording->rate.value.value;
    const SampleIndex last = scored.windows.empty() ? 0 : scored.windows.back().last;
    const TimeUnit unit = timeUnit(static_cast<double>(last) / rate);
    const double scale = 1.0 / (rate * unit.seconds);
    Series learned = named(words(Phrase::LearnedFrom), "muted", Series::Style::Bars);
    Series below = named(words(Phrase::NoAlarm), "healthy", Series::Style::Bars);
    Series above = named(words(Phrase::Alarm), "alarm", Series::Style::Bars);
    for (std::size_t i = 0; i < std::min(scored.windows.size(), decision.scores().size()); ++i) {
        const bool isLearned = i < scored.learned.size() && scored.learned[i] != 0;
        const bool isAlarm = i < decision.alarms.size() && decision.alarms[i] != 0;
        Series& series = isAlarm ? above : isLearned ? learned : below;
        const SampleRange& window = scored.windows[i];
        series.x.push_back(0.5 * static_cast<double>(window.first + window.last) * scale);
        series.y.push_back(decision.scores()[i]);
    }
    const SampleCount step =
        scored.windows.size() > 1 ? scored.windows[1].first - scored.windows[0].first : last;
    Figure figure;
    figure.xTitle = words(Phrase::AxisTime, {unit.name});
    figure.yTitle = words(Phrase::AxisScore);
    for (Series* series : {&learned, &below, &above}) {
        series->barWidth = static_cast<double>(step) * scale;
        addIfAny(figure, std::move(*series));
    }
    if (threshold && std::isfinite(*threshold)) {
        figure.marks.push_back(
            {true, *threshold, words(Phrase::ThresholdMark, {compact(*threshold)}), "threshold"});
    }
    figure.xLow = 0.0;
    // Bars stand on zero, or on the lowest score where some lie below it.
    Extent extent;
    extent.add(decision.scores());
    figure.yLow = std::min(0.0, extent.low);
    return figure;
}

Figure overlay(const pipeline::ScoredRecording& scored, std::size_t window, const Words& words)
{
    const SampleRange range = scored.windows.at(window);
    const double rate = scored.recording->rate.value.value;
    const TimeUnit unit = timeUnit(static_cast<double>(range.size()) / rate);
    const signal::Channel& channel = channelOf(scored);
    const score::SampleReconstruction& made = *scored.reconstruction;
    Series signal = named(words(Phrase::Signal), "signal", Series::Style::Line);
    Series median = named(words(Phrase::Reconstruction), "reconstruction", Series::Style::Line);
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
    figure.xTitle = words(Phrase::AxisWindowTime, {unit.name});
    figure.yTitle = unitTitle(channel);
    addIfAny(figure, std::move(band));
    addIfAny(figure, std::move(signal));
    addIfAny(figure, std::move(median));
    return figure;
}

std::vector<Figure>
alarmFigures(const pipeline::ScoredRecording& scored, const AlarmView& view, const Words& words)
{
    std::vector<Figure> figures{waveformFigure(scored, view, words)};
    if (!view.envelope.values.empty()) {
        figures.push_back(envelopeFigure(view, words));
    }
    for (Figure& figure : figures) {
        figure.heightMillimetres = 34.0;
    }
    return figures;
}

} // namespace spall::report
