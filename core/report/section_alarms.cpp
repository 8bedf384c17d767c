// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/terms.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

constexpr std::size_t kMostStrips = 40;
constexpr std::size_t kMostOverlays = 2;
constexpr std::size_t kMostAlarmRows = 120;
constexpr std::size_t kMostAlarmFigures = 24;

std::optional<double> drawnThreshold(const Findings& findings)
{
    return findings.decision.dual ? std::nullopt : std::optional{findings.threshold.value};
}

Figure stripOf(const Findings& findings, std::size_t recording)
{
    const Words& words = findings.words;
    const JudgedRecording& judged = findings.recordings[recording];
    Figure strip = scoreStrip(*judged.scored, judged.decision, drawnThreshold(findings), words);
    const std::string name = nameOf(findings, recording);
    strip.title = words(Phrase::StripTitle, {name});
    const auto events = static_cast<std::int64_t>(judged.decision.events.size());
    strip.caption =
        judged.alarmed.trials == 0
            ? notJudged(findings, recording)
            : words(Phrase::StripCaption, {rateText(judged.alarmed), words.events(events)});
    return strip;
}

/// The highest scored window that was not learned from; nothing when there is none.
std::optional<std::size_t> worstWindow(const JudgedRecording& judged)
{
    std::optional<std::size_t> worst;
    const std::span<const double> scores = judged.decision.scores();
    for (std::size_t i = 0; i < std::min(scores.size(), judged.scored->windows.size()); ++i) {
        const bool isLearned = i < judged.scored->learned.size() && judged.scored->learned[i] != 0;
        if (!isLearned && std::isfinite(scores[i]) && (!worst || scores[i] > scores[*worst])) {
            worst = i;
        }
    }
    return worst;
}

struct Place {
    std::size_t recording = 0;
    std::size_t window = 0;
    double score = 0.0;
};

/// The worst window of each recording that still holds its reconstruction, highest first.
std::vector<Place> worstPlaces(const Findings& findings)
{
    std::vector<Place> places;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        const auto worst = worstWindow(judged);
        if (worst && !judged.scored->reconstruction->median.empty()) {
            places.push_back({i, *worst, judged.decision.scores()[*worst]});
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.score > b.score;
    });
    places.resize(std::min(places.size(), kMostOverlays));
    return places;
}

Seconds startOf(const JudgedRecording& judged, SampleIndex sample)
{
    return duration(sample, judged.scored->recording->rate.value);
}

/// The reading of an event, where it was pictured.
std::string readingOf(const Words& words, const JudgedRecording& judged, std::size_t event)
{
    for (const AlarmView& view : judged.pictured) {
        if (view.event == event) {
            return readingText(words, view.reading);
        }
    }
    return {};
}

std::vector<std::string> alarmRow(const Findings& findings, std::size_t recording, std::size_t at)
{
    const JudgedRecording& judged = findings.recordings[recording];
    const detect::Event& event = judged.decision.events[at];
    const auto peak = static_cast<std::size_t>(event.peakWindow);
    const auto& windows = judged.scored->windows;
    return {nameOf(findings, recording),
            durationText(startOf(judged, event.range.first)),
            durationText(startOf(judged, event.range.size())),
            count(event.windowCount),
            compact(event.peakScore),
            peak < windows.size() ? durationText(startOf(judged, windows[peak].first))
                                  : findings.words(Phrase::NotKnown),
            readingOf(findings.words, judged, at)};
}

Table alarmTable(const Findings& findings, std::size_t& total)
{
    const Words& words = findings.words;
    Table table;
    table.heads = {words(Phrase::RecordingColumn),
                   words(Phrase::Start),
                   words(Phrase::Length),
                   words(Phrase::WindowsUsed),
                   words(Phrase::PeakScore),
                   words(Phrase::PeakAt),
                   words(Phrase::Reading)};
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        for (std::size_t at = 0; at < findings.recordings[i].decision.events.size(); ++at) {
            if (++total <= kMostAlarmRows) {
                table.rows.push_back(alarmRow(findings, i, at));
            }
        }
    }
    return table;
}

FigureRow alarmPicture(const Findings& findings, std::size_t recording, const AlarmView& view)
{
    const Words& words = findings.words;
    const JudgedRecording& judged = findings.recordings[recording];
    const detect::Event& event = judged.decision.events.at(view.event);
    const auto peak = static_cast<std::size_t>(event.peakWindow);
    FigureRow row;
    row.title = words(Phrase::AlarmTitle,
                      {nameOf(findings, recording),
                       durationText(startOf(judged, judged.scored->windows.at(peak).first))});
    row.figures = alarmFigures(*judged.scored, view, words);
    row.caption =
        words(Phrase::AlarmCaption, {compact(event.peakScore), readingText(words, view.reading)});
    if (!view.envelope.values.empty()) {
        row.caption += " " + words(Phrase::EnvelopeBand,
                                   {hertzText(view.band.low), hertzText(view.band.high)});
    }
    return row;
}

void addPictures(Section& section, const Findings& findings, std::size_t total)
{
    const Words& words = findings.words;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        for (const AlarmView& view : findings.recordings[i].pictured) {
            if (shown == kMostAlarmFigures) {
                break;
            }
            if (shown++ == 0) {
                section.blocks.push_back(Paragraph{words(Phrase::AlarmFigureIntro)});
            }
            section.blocks.push_back(alarmPicture(findings, i, view));
        }
    }
    if (shown < total) {
        section.blocks.push_back(Paragraph{
            words(Phrase::MoreAlarms, {count(static_cast<std::int64_t>(total - shown))})});
    }
}

} // namespace

Section scoresSection(const Findings& findings)
{
    Section section;
    section.heading = findings.words(Phrase::HeadScores);
    const std::size_t shown = std::min(findings.recordings.size(), kMostStrips);
    for (std::size_t i = 0; i < shown; ++i) {
        Figure strip = stripOf(findings, i);
        strip.heightMillimetres = 42.0;
        section.blocks.push_back(std::move(strip));
    }
    if (shown < findings.recordings.size()) {
        const auto left = static_cast<std::int64_t>(findings.recordings.size() - shown);
        section.blocks.push_back(Paragraph{findings.words(Phrase::MoreStrips, {count(left)})});
    }
    return section;
}

Section worstSection(const Findings& findings)
{
    const Words& words = findings.words;
    Section section;
    section.heading = words(Phrase::HeadWorst);
    for (const Place& place : worstPlaces(findings)) {
        const JudgedRecording& judged = findings.recordings[place.recording];
        const Seconds start = startOf(judged, judged.scored->windows[place.window].first);
        Figure figure = overlay(*judged.scored, place.window, words);
        figure.title =
            words(Phrase::OverlayTitle, {nameOf(findings, place.recording), durationText(start)});
        figure.caption = words(Phrase::OverlayCaption,
                               {compact(place.score),
                                findings.decision.dual ? words(Phrase::TwoThresholds)
                                                       : compact(findings.threshold.value)});
        section.blocks.push_back(std::move(figure));
    }
    if (!section.blocks.empty()) {
        section.blocks.insert(section.blocks.begin(), Paragraph{words(Phrase::WorstIntroduction)});
    }
    return section;
}

Section alarmsSection(const Findings& findings)
{
    const Words& words = findings.words;
    Section section;
    section.heading = words(Phrase::HeadAlarms);
    std::size_t total = 0;
    Table table = alarmTable(findings, total);
    if (total == 0) {
        section.blocks.push_back(Paragraph{words(Phrase::NoAlarms)});
        return section;
    }
    section.blocks.push_back(Paragraph{words(Phrase::AlarmsIntroduction)});
    section.blocks.push_back(std::move(table));
    if (total > kMostAlarmRows) {
        const auto left = static_cast<std::int64_t>(total - kMostAlarmRows);
        section.blocks.push_back(Paragraph{words(Phrase::MoreRows, {count(left)})});
    }
    addPictures(section, findings, total);
    return section;
}

} // namespace spall::report
