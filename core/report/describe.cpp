// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"
#include "core/report/findings.h"
#include "core/report/number_text.h"
#include "core/report/report_json.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

#include <algorithm>

namespace spall::report {

namespace {

constexpr std::size_t kRemarksOnPageOne = 3;

std::optional<Figure> pictureOf(const Findings& findings)
{
    const int telling = mostTelling(findings);
    if (telling < 0) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(telling);
    const JudgedRecording& judged = findings.recordings[at];
    Figure picture =
        scoreStrip(*judged.scored,
                   judged.decision,
                   findings.decision.dual ? std::nullopt : std::optional{findings.threshold.value});
    picture.title = wording::stripTitle(nameOf(findings, at));
    picture.heightMillimetres = 85.0;
    return picture;
}

std::vector<std::string> remarksOf(const Findings& findings)
{
    std::vector<std::string> remarks = limits(findings);
    remarks.resize(std::min(remarks.size(), kRemarksOnPageOne));
    return remarks;
}

} // namespace

Report describe(const Findings& findings)
{
    Report report;
    report.title = findings.title.empty() ? wording::defaultTitle() : findings.title;
    report.subtitle = wording::subtitle(
        wording::recordings(static_cast<std::int64_t>(findings.recordings.size())),
        findings.model->settings.preset,
        count(static_cast<std::int64_t>(findings.model->settings.seed.value)));
    report.date = findings.date;
    report.program = programName();
    report.verdict = verdict(findings);
    report.cards = keyNumbers(findings);
    report.picture = pictureOf(findings);
    report.remarks = remarksOf(findings);
    for (auto* make : {resultsSection,
                       methodsSection,
                       worstSection,
                       scoresSection,
                       alarmsSection,
                       thresholdSection,
                       recordingsSection,
                       modelSection,
                       limitsSection,
                       settingsSection}) {
        Section section = make(findings);
        if (!section.blocks.empty()) {
            report.sections.push_back(std::move(section));
        }
    }
    report.data = dataOf(findings);
    return report;
}

} // namespace spall::report
