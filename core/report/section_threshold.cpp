// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between scores and alarms: the threshold, the two channels, the planted faults.
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/sentences.h"
#include "core/report/terms.h"

namespace spall::report {

namespace {

Table thresholdFacts(const Findings& findings)
{
    const Words& words = findings.words;
    const detect::DecisionOptions& decision = findings.decision;
    Table table;
    table.kind = Table::Kind::Facts;
    if (decision.dual) {
        table.rows.push_back({words(Phrase::Alarm), dualText(words, *decision.dual)});
    } else {
        table.rows = {{words(Phrase::ThresholdColumn),
                       words(Phrase::ThresholdValue, {compact(findings.threshold.value)})},
                      {words(Phrase::Policy), policyText(words, decision.policy)},
                      {words(Phrase::ThresholdFrom), sentenceIn(words, findings.threshold.source)},
                      {words(Phrase::Score), fusionText(words, decision.fusion, decision.lambda)}};
    }
    table.rows.push_back(
        {words(Phrase::Smoothing),
         decision.smoothing.value > 0.0 ? durationText(decision.smoothing) : words(Phrase::None)});
    table.rows.push_back({words(Phrase::AlarmWhen), hysteresisText(words, decision.hysteresis)});
    if (const auto expected = expectedShare(findings)) {
        table.rows.push_back({words(Phrase::ExpectedShare), expectedText(words, *expected)});
    }
    return table;
}

Table detectabilityTable(const Findings& findings)
{
    const Words& words = findings.words;
    Table table;
    table.heads = {words(Phrase::MethodColumn)};
    for (const pipeline::LevelResult& level : findings.detectability.methods.front().levels) {
        table.heads.push_back(words(Phrase::LevelColumn, {decimal(level.level.value, 0)}));
    }
    for (const pipeline::DetectabilityResult& method : findings.detectability.methods) {
        std::vector<std::string> row{methodName(words, method.name)};
        for (const pipeline::LevelResult& level : method.levels) {
            row.push_back(percent(level.recall));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Section thresholdSection(const Findings& findings)
{
    Section section;
    section.heading = findings.words(Phrase::HeadThreshold);
    section.blocks.push_back(thresholdFacts(findings));
    if (Figure curve = thresholdCurve(findings); !curve.series.empty()) {
        section.blocks.push_back(std::move(curve));
    }
    return section;
}

Section channelsSection(const Findings& findings)
{
    Section section;
    section.heading = findings.words(Phrase::HeadChannels);
    if (Figure scatter = channelScatter(findings); !scatter.series.empty()) {
        section.blocks = {Paragraph{findings.words(Phrase::ChannelsIntroduction)},
                          std::move(scatter)};
    }
    return section;
}

Section detectabilitySection(const Findings& findings)
{
    const DetectabilityGrid& grid = findings.detectability;
    Section section;
    section.heading = findings.words(Phrase::HeadDetectability);
    if (!grid.methods.empty() && !grid.methods.front().levels.empty()) {
        section.blocks = {Paragraph{findings.words(Phrase::DetectabilityIntroduction,
                                                   {percent(grid.falseAlarmRate)})},
                          detectabilityCurve(findings),
                          detectabilityTable(findings)};
    }
    return section;
}

} // namespace spall::report
