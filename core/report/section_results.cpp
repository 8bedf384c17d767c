// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tally.h"
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/sentences.h"
#include "core/report/terms.h"

namespace spall::report {

namespace {

std::string outOf(const Words& words, const std::optional<evaluate::Rate>& rate)
{
    return rate && rate->trials > 0 ? words(Phrase::Of, {count(rate->hits), count(rate->trials)})
                                    : words(Phrase::NotKnown);
}

Table windowTable(const Words& words, const evaluate::Metrics& metrics)
{
    Table table;
    table.title = words(Phrase::ByWindow);
    table.heads = {words(Phrase::Number),
                   words(Phrase::Value),
                   words(Phrase::Interval),
                   words(Phrase::WindowsUsed)};
    const auto row = [&](const std::string& name,
                         const std::optional<evaluate::Rate>& rate,
                         const std::string& basis) {
        table.rows.push_back(
            {name, rateValue(rate), intervalText(rate.value_or(evaluate::Rate{})), basis});
    };
    row(words(Phrase::Recall), metrics.recall, outOf(words, metrics.recall));
    row(words(Phrase::FalseAlarmRate),
        metrics.falseAlarmRate,
        outOf(words, metrics.falseAlarmRate));
    row(words(Phrase::Precision), metrics.precision, outOf(words, metrics.precision));
    row("F1", metrics.f1, "");
    return table;
}

Table confusionTable(const Words& words, const evaluate::Confusion& confusion)
{
    Table table;
    table.title = words(Phrase::ByTruth);
    table.heads = {"", words(Phrase::Alarm), words(Phrase::NoAlarm)};
    table.rows = {
        {words(Phrase::Faulty), count(confusion.truePositive), count(confusion.falseNegative)},
        {words(Phrase::Healthy), count(confusion.falsePositive), count(confusion.trueNegative)},
    };
    return table;
}

Table eventTable(const Words& words, const pipeline::MethodResult& own)
{
    Table table;
    table.title = words(Phrase::ByEvent);
    table.kind = Table::Kind::Facts;
    table.rows = {
        {words(Phrase::FaultyStretches),
         own.faultyEvents > 0
             ? words(Phrase::Of, {count(own.faultyEventsFound), count(own.faultyEvents)})
             : words(Phrase::NotKnown)},
        {words(Phrase::FalseEvents), count(own.falseEvents)},
        {words(Phrase::FalseAlarmsPerHour),
         own.metrics.falseAlarmsPerHour ? hourlyText(own.metrics.falseAlarmsPerHour)
                                        : words(Phrase::NotKnown)},
    };
    return table;
}

Table recordingTable(const Findings& findings)
{
    const Words& words = findings.words;
    Table table;
    table.title = words(Phrase::ByRecording);
    table.heads = {words(Phrase::RecordingColumn),
                   words(Phrase::Role),
                   words(Phrase::Alarmed),
                   words(Phrase::Interval),
                   words(Phrase::WindowsUsed),
                   words(Phrase::HeadAlarms)};
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        const auto events = static_cast<std::int64_t>(judged.decision.events.size());
        table.rows.push_back({nameOf(findings, i),
                              roleName(words, judged.scored->role),
                              rateValue(judged.alarmed),
                              intervalText(judged.alarmed),
                              outOf(words, judged.alarmed),
                              count(events)});
    }
    return table;
}

std::optional<evaluate::CurvePoint> operatingPoint(const pipeline::MethodResult& own)
{
    if (!own.metrics.recall || !own.metrics.falseAlarmRate || !own.threshold) {
        return std::nullopt;
    }
    return evaluate::CurvePoint{
        own.metrics.falseAlarmRate->value, own.metrics.recall->value, *own.threshold};
}

bool hasTruth(const pipeline::MethodResult& own)
{
    const evaluate::Confusion& confusion = own.metrics.confusion;
    return confusion.truePositive + confusion.falseNegative + confusion.falsePositive +
               confusion.trueNegative >
           0;
}

} // namespace

Section resultsSection(const Findings& findings)
{
    const Words& words = findings.words;
    Section section;
    section.heading = words(Phrase::HeadResults);
    section.blocks.push_back(Paragraph{words(Phrase::MetricsIntroduction)});
    section.blocks.push_back(recordingTable(findings));
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    if (own != nullptr && hasTruth(*own)) {
        section.blocks.push_back(windowTable(words, own->metrics));
        section.blocks.push_back(eventTable(words, *own));
        section.blocks.push_back(confusionTable(words, own->metrics.confusion));
    }
    if (!findings.healthyScores.empty() || !findings.faultyScores.empty()) {
        section.blocks.push_back(scoreHistogram(findings));
    }
    if (!findings.roc.empty() && own != nullptr) {
        Figure roc = rocFigure(findings.roc, operatingPoint(*own), words);
        roc.caption = words(Phrase::RocCaption, {decimal(own->auroc.value_or(0.5), 3)});
        section.blocks.push_back(std::move(roc));
    }
    return section;
}

namespace {

std::string thresholdOf(const Words& words, const pipeline::MethodResult& method)
{
    return method.threshold ? compact(*method.threshold) : words(Phrase::TwoThresholds);
}

Table rankedMethods(const Findings& findings)
{
    const Words& words = findings.words;
    Table table;
    table.heads = {words(Phrase::MethodColumn),
                   words(Phrase::Recall),
                   words(Phrase::FalseAlarmRate),
                   "AUROC",
                   "AUPRC",
                   "VUS-PR",
                   words(Phrase::ThresholdColumn)};
    for (const pipeline::MethodResult& method : findings.evaluation.methods) {
        const auto area = [&](const std::optional<double>& value) {
            return value ? decimal(*value, 3) : words(Phrase::NotKnown);
        };
        table.rows.push_back({methodName(words, method.name),
                              rateText(method.metrics.recall),
                              rateText(method.metrics.falseAlarmRate),
                              area(method.auroc),
                              area(method.auprc),
                              area(method.vusPr),
                              thresholdOf(words, method)});
    }
    return table;
}

/// One flag a window where a method lies above its own threshold, smoothed as the model's score
/// is; empty where it was not run. By two thresholds the model's are its alarms.
std::vector<char> windowsAbove(const Findings& findings,
                               const JudgedRecording& judged,
                               const pipeline::MethodResult& method)
{
    if (method.name == "spall") {
        return findings.decision.dual
                   ? judged.decision.alarms
                   : detect::alarms(judged.decision.scores(), *method.threshold, {});
    }
    const auto found = judged.scored->plain.find(method.name);
    if (found == judged.scored->plain.end()) {
        return {};
    }
    const int averaged = pipeline::smoothedWindows(*judged.scored, findings.decision.smoothing);
    return detect::alarms(score::smooth(found->second, averaged), *method.threshold, {});
}

/// Share of the windows to be judged that a method puts above its own threshold.
evaluate::Rate alarmedBy(const Findings& findings, const pipeline::MethodResult& method)
{
    std::int64_t above = 0;
    std::int64_t all = 0;
    double overlap = 1.0;
    for (const std::size_t at : toBeJudged(findings)) {
        const JudgedRecording& judged = findings.recordings[at];
        const std::vector<char> flags = windowsAbove(findings, judged, method);
        overlap = pipeline::overlapOf(*judged.scored, findings.decision.smoothing);
        for (std::size_t i = 0; i < flags.size(); ++i) {
            const bool isJudged = judged.scored->learned[i] == 0;
            all += isJudged ? 1 : 0;
            above += isJudged && flags[i] != 0 ? 1 : 0;
        }
    }
    return evaluate::wilson(above, all, overlap);
}

/// Without a truth: what each method would alarm on.
Table alarmedMethods(const Findings& findings)
{
    const Words& words = findings.words;
    Table table;
    table.heads = {words(Phrase::MethodColumn),
                   words(Phrase::WindowsAbove),
                   words(Phrase::Interval),
                   words(Phrase::ThresholdColumn)};
    for (const pipeline::MethodResult& method : findings.evaluation.methods) {
        const evaluate::Rate rate = alarmedBy(findings, method);
        if (rate.trials > 0) {
            table.rows.push_back({methodName(words, method.name),
                                  percent(rate.value),
                                  intervalText(rate),
                                  thresholdOf(words, method)});
        }
    }
    return table;
}

Phrase introductionTo(const detect::DecisionOptions& decision)
{
    if (decision.dual) {
        return Phrase::MethodsIntroductionDual;
    }
    return decision.policy.kind == detect::PolicyKind::Manual ? Phrase::MethodsIntroductionByHand
                                                              : Phrase::MethodsIntroduction;
}

} // namespace

Section methodsSection(const Findings& findings)
{
    const Words& words = findings.words;
    Section section;
    section.heading = words(Phrase::HeadMethods);
    if (!findings.evaluation.verdict.empty()) {
        section.blocks.push_back(Paragraph{sentenceIn(words, findings.evaluation.verdict)});
    }
    section.blocks.push_back(Paragraph{words(introductionTo(findings.decision))});
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    const bool isRanked = (own != nullptr && hasTruth(*own)) || toBeJudged(findings).empty();
    section.blocks.push_back(isRanked ? rankedMethods(findings) : alarmedMethods(findings));
    return section;
}

} // namespace spall::report
