// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/terms.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spall::report {

namespace {

constexpr std::size_t kMostSummaryRows = 24;

std::int64_t countDeparting(const Findings& findings,
                            const std::vector<std::size_t>& judged,
                            const ExpectedShare& expected)
{
    return std::count_if(judged.begin(), judged.end(), [&](std::size_t i) {
        return departs(findings.recordings[i].alarmed, expected);
    });
}

/// An interval that reaches this far would also cover a bearing in trouble.
bool isOpen(const evaluate::Rate& rate, const ExpectedShare& expected)
{
    return rate.high > std::max(0.15, 3.0 * expected.value);
}

std::string unknownVerdict(const Findings& findings, const std::vector<std::size_t>& judged)
{
    const Words& words = findings.words;
    const auto expected = expectedShare(findings);
    const evaluate::Rate& most = findings.recordings[judged.front()].alarmed;
    const std::string name = nameOf(findings, judged.front());
    const std::string value = percent(most.value);
    const std::string interval = intervalText(most);
    const std::string windows = words.windows(most.trials);
    if (!expected) {
        return words(Phrase::AlarmedOnly, {value, name, interval, windows});
    }
    const std::string nominal = expectedText(words, *expected);
    const std::int64_t departing = countDeparting(findings, judged, *expected);
    const std::string all = count(static_cast<std::int64_t>(judged.size()));
    if (departing > 0) {
        return judged.size() == 1
                   ? words(Phrase::Departs, {name, value, interval, windows, nominal})
                   : words(Phrase::SomeDepart,
                           {count(departing), all, name, value, interval, windows, nominal});
    }
    const std::string quiet =
        judged.size() == 1
            ? words(Phrase::NoSign, {name, value, interval, windows, nominal})
            : words(Phrase::NoSignInAny, {all, name, value, interval, windows, nominal});
    return isOpen(most, *expected) ? quiet + " " + words(Phrase::TooFewToRuleOut, {windows})
                                   : quiet;
}

std::string evaluationVerdict(const Findings& findings)
{
    const Words& words = findings.words;
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    const evaluate::Metrics none;
    const evaluate::Metrics& metrics = own == nullptr ? none : own->metrics;
    const auto isKnown = [](const std::optional<evaluate::Rate>& rate) {
        return rate && rate->trials > 0;
    };
    const auto& falseAlarms = metrics.falseAlarmRate;
    if (!isKnown(metrics.recall)) {
        return isKnown(falseAlarms) ? words(Phrase::HealthyOnly,
                                            {percent(falseAlarms->value),
                                             intervalText(*falseAlarms),
                                             words.windows(falseAlarms->trials)})
                                    : words(Phrase::NothingJudged);
    }
    const std::string windows = words.windows(metrics.recall->trials);
    const std::string basis =
        words(Phrase::WindowsOfRecordings, {windows, words.recordings(findings.faultyRecordings)});
    const std::string found =
        words(Phrase::RecallVerdict,
              {percent(metrics.recall->value), intervalText(*metrics.recall), basis});
    return found + (isKnown(falseAlarms)
                        ? words(Phrase::FalseAlarmClause,
                                {percent(falseAlarms->value), intervalText(*falseAlarms)})
                        : words(Phrase::FalseAlarmsNotKnown));
}

Card rateCard(const Words& words,
              Phrase name,
              const std::optional<evaluate::Rate>& rate,
              std::optional<Phrase> missing)
{
    if (rate && rate->trials > 0) {
        return {words(name),
                percent(rate->value),
                words(Phrase::RestsOn, {intervalText(*rate), words.windows(rate->trials)})};
    }
    return {words(name), words(Phrase::NotKnown), missing ? words(*missing) : std::string()};
}

/// How much signal the windows that were not learned from cover; what overlaps counts once.
Seconds judgedSignal(const pipeline::ScoredRecording& scored)
{
    SampleCount covered = 0;
    SampleIndex end = 0;
    for (std::size_t i = 0; i < scored.windows.size(); ++i) {
        const SampleRange window = scored.windows[i];
        if (scored.learned[i] == 0 && window.last > end) {
            covered += window.last - std::max(window.first, end);
            end = window.last;
        }
    }
    return duration(covered, scored.recording->rate.value);
}

Card windowsCard(const Findings& findings)
{
    const Words& words = findings.words;
    std::int64_t windows = 0;
    double seconds = 0.0;
    for (const JudgedRecording& judged : findings.recordings) {
        windows += judged.alarmed.trials;
        seconds += judgedSignal(*judged.scored).value;
    }
    const auto recordings = static_cast<std::int64_t>(findings.recordings.size());
    return {words(Phrase::CardWindows),
            count(windows),
            words(Phrase::CardWindowsNote,
                  {durationText(Seconds{seconds}), words.recordings(recordings)})};
}

Card thresholdCard(const Findings& findings)
{
    const Words& words = findings.words;
    const detect::DecisionOptions& decision = findings.decision;
    if (decision.dual) {
        return {words(Phrase::HeadThreshold),
                words(Phrase::TwoThresholds),
                dualText(words, *decision.dual)};
    }
    return {words(Phrase::HeadThreshold),
            compact(findings.threshold.value) + "\u00A0σ",
            policyText(words, decision.policy)};
}

/// What page one says about what was judged: a share of alarms, recordings that depart, or recall.
Card judgementCard(const Findings& findings, const evaluate::Metrics& metrics)
{
    const Words& words = findings.words;
    const std::vector<std::size_t> judged = toBeJudged(findings);
    if (judged.empty()) {
        return rateCard(words, Phrase::Recall, metrics.recall, Phrase::NoFaultyRecording);
    }
    const auto expected = expectedShare(findings);
    if (judged.size() > 1 && expected) {
        return {words(Phrase::CardDeparting),
                words(Phrase::Of,
                      {count(countDeparting(findings, judged, *expected)),
                       count(static_cast<std::int64_t>(judged.size()))}),
                words(Phrase::CardDepartingNote, {percent(expected->most)})};
    }
    return rateCard(words,
                    judged.size() == 1 ? Phrase::CardAlarmed : Phrase::CardMostAlarmed,
                    findings.recordings[judged.front()].alarmed,
                    std::nullopt);
}

std::string recordingsLine(const Findings& findings)
{
    if (findings.recordings.size() > 2) {
        return findings.words.recordings(static_cast<std::int64_t>(findings.recordings.size()));
    }
    std::string line;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const auto& recording = *findings.recordings[i].scored->recording;
        line += line.empty() ? "" : "; ";
        line += nameOf(findings, i) + ", " +
                durationText(duration(findings.recordings[i].samples, recording.rate.value)) +
                ", " + hertzText(recording.rate.value);
    }
    return line;
}

/// The fault family that the highest alarm of the most telling recording speaks of; empty when it
/// speaks of none.
std::string mostTellingReading(const Findings& findings)
{
    const int at = mostTelling(findings);
    if (at < 0) {
        return {};
    }
    const auto recording = static_cast<std::size_t>(at);
    for (const AlarmView& view : findings.recordings[recording].pictured) {
        if (view.reading.hasFamily()) {
            return findings.words(
                Phrase::ReadingOf,
                {nameOf(findings, recording), readingText(findings.words, view.reading)});
        }
    }
    return {};
}

} // namespace

std::string verdict(const Findings& findings)
{
    const std::vector<std::size_t> judged = toBeJudged(findings);
    return judged.empty() ? evaluationVerdict(findings) : unknownVerdict(findings, judged);
}

std::vector<Card> keyNumbers(const Findings& findings)
{
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    const evaluate::Metrics none;
    const evaluate::Metrics& metrics = own == nullptr ? none : own->metrics;
    return {judgementCard(findings, metrics),
            rateCard(findings.words,
                     Phrase::FalseAlarmRate,
                     metrics.falseAlarmRate,
                     Phrase::NoUnseenHealthy),
            thresholdCard(findings),
            windowsCard(findings)};
}

Table pageOneFacts(const Findings& findings)
{
    const Words& words = findings.words;
    const pipeline::TrainSettings& settings = findings.model->settings;
    Table table;
    table.kind = Table::Kind::Facts;
    if (!findings.choices.machine.empty()) {
        table.rows.push_back({words(Phrase::Machine), findings.choices.machine});
    }
    table.rows.push_back({words(Phrase::RecordingColumn), recordingsLine(findings)});
    if (!findings.bearing.empty()) {
        table.rows.push_back({words(Phrase::Bearing), findings.bearing});
    }
    if (const std::string reading = mostTellingReading(findings); !reading.empty()) {
        table.rows.push_back({words(Phrase::Reading), reading});
    }
    table.rows.push_back({words(Phrase::Date), orNotKnown(words, findings.date)});
    table.rows.push_back(
        {words(Phrase::Model),
         words(Phrase::ModelLine,
               {settings.preset, count(static_cast<std::int64_t>(settings.seed.value))})});
    return table;
}

std::vector<std::size_t> mostAlarmedFirst(const Findings& findings)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        if (findings.recordings[i].alarmed.trials > 0) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return findings.recordings[a].alarmed.value > findings.recordings[b].alarmed.value;
    });
    return order;
}

Table fleetSummary(const Findings& findings)
{
    const Words& words = findings.words;
    const std::vector<std::size_t> order = mostAlarmedFirst(findings);
    Table table;
    table.heads = {"",
                   words(Phrase::RecordingColumn),
                   words(Phrase::Alarmed),
                   words(Phrase::Interval),
                   words(Phrase::WindowsUsed),
                   words(Phrase::HeadAlarms)};
    for (std::size_t place = 0; place < std::min(order.size(), kMostSummaryRows); ++place) {
        const JudgedRecording& judged = findings.recordings[order[place]];
        table.rows.push_back({count(static_cast<std::int64_t>(place + 1)),
                              nameOf(findings, order[place]),
                              percent(judged.alarmed.value),
                              intervalText(judged.alarmed),
                              count(judged.alarmed.trials),
                              count(static_cast<std::int64_t>(judged.decision.events.size()))});
    }
    return table;
}

} // namespace spall::report
