// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

#include <fmt/format.h>

namespace spall::report {

namespace {

std::string outOf(const std::optional<evaluate::Rate>& rate)
{
    return rate && rate->trials > 0 ? count(rate->hits) + " of " + count(rate->trials)
                                    : wording::notKnown();
}

Table windowTable(const evaluate::Metrics& metrics)
{
    Table table;
    table.title = "By window";
    table.heads = {"Number", "Value", "95\u00A0% interval", "Windows"};
    const auto row = [&table](const char* name,
                              const std::optional<evaluate::Rate>& rate,
                              const std::string& basis) {
        table.rows.push_back(
            {name, rateValue(rate), rate ? intervalText(*rate) : wording::notKnown(), basis});
    };
    row("Recall", metrics.recall, outOf(metrics.recall));
    row("False-alarm rate", metrics.falseAlarmRate, outOf(metrics.falseAlarmRate));
    row("Precision", metrics.precision, outOf(metrics.precision));
    row("F1", metrics.f1, "");
    return table;
}

Table confusionTable(const evaluate::Confusion& confusion)
{
    Table table;
    table.title = "Windows by truth and verdict";
    table.heads = {"", "Alarm", "No alarm"};
    table.rows = {
        {"Faulty", count(confusion.truePositive), count(confusion.falseNegative)},
        {"Healthy", count(confusion.falsePositive), count(confusion.trueNegative)},
    };
    return table;
}

Table eventTable(const pipeline::MethodResult& own)
{
    Table table;
    table.title = "By event";
    table.kind = Table::Kind::Facts;
    table.rows = {
        {"Faulty stretches with an alarm",
         own.faultyEvents > 0 ? count(own.faultyEventsFound) + " of " + count(own.faultyEvents)
                              : wording::notKnown()},
        {"False events on healthy signal", count(own.falseEvents)},
        {"False alarms an hour",
         own.metrics.falseAlarmsPerHour ? compact(*own.metrics.falseAlarmsPerHour)
                                        : wording::notKnown()},
    };
    return table;
}

Table recordingTable(const Findings& findings)
{
    Table table;
    table.title = "By recording";
    table.heads = {"Recording", "Role", "Alarmed", "95\u00A0% interval", "Windows", "Events"};
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        const auto events = static_cast<std::int64_t>(judged.decision.events.size());
        table.rows.push_back({nameOf(findings, i),
                              wording::role(judged.scored->role),
                              rateValue(judged.alarmed),
                              intervalText(judged.alarmed),
                              outOf(judged.alarmed),
                              count(events)});
    }
    return table;
}

std::optional<evaluate::CurvePoint> operatingPoint(const pipeline::MethodResult* own)
{
    if (own == nullptr || !own->metrics.recall || !own->metrics.falseAlarmRate) {
        return std::nullopt;
    }
    return evaluate::CurvePoint{
        own->metrics.falseAlarmRate->value, own->metrics.recall->value, own->threshold};
}

void addFigures(Section& section, const Findings& findings, const pipeline::MethodResult* own)
{
    if (!findings.healthyScores.empty() || !findings.faultyScores.empty()) {
        section.blocks.push_back(scoreHistogram(
            findings.healthyScores, findings.faultyScores, findings.threshold.value));
    }
    if (!findings.roc.empty() && own != nullptr) {
        Figure roc = rocFigure(findings.roc, operatingPoint(own));
        roc.caption = wording::rocCaption(decimal(own->auroc, 3));
        section.blocks.push_back(std::move(roc));
    }
}

} // namespace

Section resultsSection(const Findings& findings)
{
    Section section;
    section.heading = wording::kResults;
    section.blocks.push_back(Paragraph{wording::metricsIntroduction()});
    section.blocks.push_back(recordingTable(findings));
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    if (own != nullptr) {
        section.blocks.push_back(windowTable(own->metrics));
        section.blocks.push_back(eventTable(*own));
        section.blocks.push_back(confusionTable(own->metrics.confusion));
    }
    addFigures(section, findings, own);
    return section;
}

Section methodsSection(const Findings& findings)
{
    Section section;
    section.heading = wording::kMethods;
    if (!findings.evaluation.verdict.empty()) {
        section.blocks.push_back(Paragraph{findings.evaluation.verdict});
    }
    section.blocks.push_back(Paragraph{wording::methodsIntroduction()});
    const bool canRank = !findings.roc.empty();
    Table table;
    table.heads = {"Method", "Recall", "False-alarm rate", "AUROC", "AUPRC", "VUS-PR", "Threshold"};
    for (const pipeline::MethodResult& method : findings.evaluation.methods) {
        const auto area = [canRank](double value) {
            return canRank ? decimal(value, 3) : wording::notKnown();
        };
        table.rows.push_back({wording::method(method.name),
                              rateText(method.metrics.recall),
                              rateText(method.metrics.falseAlarmRate),
                              area(method.auroc),
                              area(method.auprc),
                              area(method.vusPr),
                              compact(method.threshold)});
    }
    section.blocks.push_back(std::move(table));
    return section;
}

Section thresholdSection(const Findings& findings)
{
    const detect::DecisionOptions& decision = findings.decision;
    Table table;
    table.kind = Table::Kind::Facts;
    if (decision.dual) {
        table.rows.push_back({"Alarm", wording::dual(*decision.dual)});
    } else {
        table.rows.push_back(
            {"Threshold", compact(findings.threshold.value) + "\u00A0σ of healthy"});
        table.rows.push_back({"Policy", wording::policy(decision.policy)});
        table.rows.push_back({"Where it comes from", findings.threshold.source});
        table.rows.push_back({"Score", wording::fusion(decision.fusion, decision.lambda)});
    }
    table.rows.push_back(
        {"Smoothing",
         decision.smoothing.value > 0.0 ? durationText(decision.smoothing) : std::string("none")});
    table.rows.push_back({"Alarm when above", wording::hysteresis(decision.hysteresis)});
    Section section;
    section.heading = wording::kThreshold;
    section.blocks.push_back(std::move(table));
    return section;
}

} // namespace spall::report
