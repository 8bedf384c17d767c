// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"
#include "core/report/findings.h"
#include "core/report/report_json.h"
#include "core/report/sections.h"
#include "core/report/session_of.h"

#include <algorithm>

namespace spall::report {

namespace {

constexpr std::size_t kRemarksOnPageOne = 3;

std::optional<Figure> pictureOf(const Findings& findings)
{
    if (isFleet(findings.recordings.size())) {
        Figure picture = fleetPicture(findings, mostAlarmedFirst(findings));
        picture.heightMillimetres = 60.0;
        return picture;
    }
    const int telling = mostTelling(findings);
    if (telling < 0) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(telling);
    const JudgedRecording& judged = findings.recordings[at];
    Figure picture =
        scoreStrip(*judged.scored,
                   judged.decision,
                   findings.decision.dual ? std::nullopt : std::optional{findings.threshold.value},
                   findings.words);
    picture.title = findings.words(Phrase::StripTitle, {nameOf(findings, at)});
    picture.heightMillimetres = 85.0;
    return picture;
}

std::vector<std::string> remarksOf(const Findings& findings)
{
    std::vector<std::string> remarks = limits(findings);
    remarks.resize(
        std::min(remarks.size(), isFleet(findings.recordings.size()) ? 1 : kRemarksOnPageOne));
    return remarks;
}

void fillPageOne(Report& report, const Findings& findings)
{
    const ReportChoices& choices = findings.choices;
    report.language = choices.language;
    report.paper = choices.paper;
    report.company = choices.company;
    report.logo = choices.logo;
    report.title = choices.title.empty() ? findings.words(Phrase::DefaultTitle) : choices.title;
    report.date = findings.date;
    report.program = programName();
    report.facts = pageOneFacts(findings);
    report.verdict = verdict(findings);
    report.cards = keyNumbers(findings);
    report.picture = pictureOf(findings);
    if (isFleet(findings.recordings.size())) {
        report.summary = fleetSummary(findings);
    }
    report.remarks = remarksOf(findings);
}

} // namespace

Report describe(const Findings& findings)
{
    Report report;
    fillPageOne(report, findings);
    for (auto* make : {resultsSection,
                       alarmsSection,
                       methodsSection,
                       thresholdSection,
                       channelsSection,
                       detectabilitySection,
                       scoresSection,
                       worstSection,
                       provenanceSection,
                       methodSection,
                       modelSection,
                       limitsSection,
                       settingsSection,
                       contentsSection}) {
        Section section = make(findings);
        if (!section.blocks.empty()) {
            report.sections.push_back(std::move(section));
        }
    }
    report.data = dataOf(findings);
    report.session = sessionOf(findings);
    return report;
}

} // namespace spall::report
