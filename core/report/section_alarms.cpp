// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spall::report {

namespace {

constexpr std::size_t kMostStrips = 40;
constexpr std::size_t kMostOverlays = 4;
constexpr std::size_t kMostAlarmRows = 120;

std::optional<double> drawnThreshold(const Findings& findings)
{
    return findings.decision.dual ? std::nullopt : std::optional{findings.threshold.value};
}

Figure stripOf(const Findings& findings, std::size_t recording)
{
    const JudgedRecording& judged = findings.recordings[recording];
    Figure strip = scoreStrip(*judged.scored, judged.decision, drawnThreshold(findings));
    strip.title = wording::stripTitle(nameOf(findings, recording));
    const auto events = static_cast<std::int64_t>(judged.decision.events.size());
    strip.caption = judged.alarmed.trials == 0
                        ? wording::allLearned(nameOf(findings, recording))
                        : wording::stripCaption(rateText(judged.alarmed), wording::events(events));
    return strip;
}

/// The highest scored window that was not learned from; nothing when there is none.
std::optional<std::size_t> worstWindow(const JudgedRecording& judged)
{
    std::optional<std::size_t> worst;
    const std::vector<double>& scores = judged.decision.scores;
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

std::vector<Place> worstPlaces(const Findings& findings)
{
    std::vector<Place> places;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        if (const auto worst = worstWindow(findings.recordings[i])) {
            places.push_back({i, *worst, findings.recordings[i].decision.scores[*worst]});
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.score > b.score;
    });
    places.resize(std::min(places.size(), kMostOverlays));
    return places;
}

} // namespace

Section scoresSection(const Findings& findings)
{
    Section section;
    section.heading = wording::kScores;
    const std::size_t shown = std::min(findings.recordings.size(), kMostStrips);
    for (std::size_t i = 0; i < shown; ++i) {
        Figure strip = stripOf(findings, i);
        strip.heightMillimetres = 42.0;
        section.blocks.push_back(std::move(strip));
    }
    if (shown < findings.recordings.size()) {
        const auto left = static_cast<std::int64_t>(findings.recordings.size() - shown);
        section.blocks.push_back(Paragraph{wording::moreStrips(count(left))});
    }
    return section;
}

Section worstSection(const Findings& findings)
{
    Section section;
    section.heading = wording::kWorst;
    for (const Place& place : worstPlaces(findings)) {
        const pipeline::ScoredRecording& scored = *findings.recordings[place.recording].scored;
        if (scored.reconstruction.median.empty()) {
            continue;
        }
        const Seconds start =
            duration(scored.windows[place.window].first, scored.recording->rate.value);
        Figure figure = overlay(scored, place.window);
        figure.title =
            wording::overlayTitle(nameOf(findings, place.recording), durationText(start));
        figure.caption = wording::overlayCaption(
            compact(place.score),
            findings.decision.dual ? wording::notKnown() : compact(findings.threshold.value));
        section.blocks.push_back(std::move(figure));
    }
    if (!section.blocks.empty()) {
        section.blocks.insert(section.blocks.begin(), Paragraph{wording::worstIntroduction()});
    }
    return section;
}

Section alarmsSection(const Findings& findings)
{
    Section section;
    section.heading = wording::kAlarms;
    Table table;
    table.heads = {"Recording", "Start", "Length", "Windows", "Peak score", "Peak at"};
    std::size_t total = 0;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        const Hertz rate = judged.scored->recording->rate.value;
        for (const detect::Event& event : judged.decision.events) {
            if (++total > kMostAlarmRows) {
                continue;
            }
            const auto peak = static_cast<std::size_t>(event.peakWindow);
            const bool hasPeak = peak < judged.scored->windows.size();
            table.rows.push_back(
                {nameOf(findings, i),
                 durationText(duration(event.range.first, rate)),
                 durationText(duration(event.range.size(), rate)),
                 count(event.windowCount),
                 compact(event.peakScore),
                 hasPeak ? durationText(duration(judged.scored->windows[peak].first, rate))
                         : wording::notKnown()});
        }
    }
    if (total == 0) {
        section.blocks.push_back(Paragraph{wording::noAlarms()});
        return section;
    }
    section.blocks.push_back(std::move(table));
    if (total > kMostAlarmRows) {
        const auto left = static_cast<std::int64_t>(total - kMostAlarmRows);
        section.blocks.push_back(Paragraph{wording::moreRows(count(left))});
    }
    return section;
}

} // namespace spall::report
