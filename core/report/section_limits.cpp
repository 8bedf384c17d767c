// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

void addRecordingLimits(const Findings& findings, std::vector<std::string>& out)
{
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        if (judged.alarmed.trials == 0) {
            out.push_back(wording::allLearned(nameOf(findings, i)));
        }
    }
}

void addEvaluationLimits(const Findings& findings, std::vector<std::string>& out)
{
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    const auto has = [](const std::optional<evaluate::Rate>& rate) {
        return rate && rate->trials > 0;
    };
    if (own == nullptr || !has(own->metrics.recall)) {
        out.push_back(wording::noFaultyRecordings());
    }
    if (own == nullptr || !has(own->metrics.falseAlarmRate)) {
        out.push_back(wording::noHealthyRecordings());
    }
}

} // namespace

std::vector<std::string> limits(const Findings& findings)
{
    std::vector<std::string> all = findings.evaluation.limits;
    if (findings.threshold.extrapolated && !findings.decision.dual) {
        all.push_back(wording::extrapolatedThreshold());
    }
    addEvaluationLimits(findings, all);
    addRecordingLimits(findings, all);
    double overlap = 1.0;
    for (const JudgedRecording& judged : findings.recordings) {
        overlap = std::max(overlap, windowOverlap(*judged.scored));
    }
    if (overlap > 1.0) {
        all.push_back(
            wording::overlappingWindows(decimal(overlap, overlap == std::floor(overlap) ? 0 : 1)));
    }
    std::vector<std::string> once;
    for (const std::string& sentence : all) {
        if (std::find(once.begin(), once.end(), sentence) == once.end()) {
            once.push_back(sentence);
        }
    }
    return once;
}

Section limitsSection(const Findings& findings)
{
    Section section;
    section.heading = wording::kLimits;
    for (const std::string& limit : limits(findings)) {
        section.blocks.push_back(Paragraph{limit, Paragraph::Kind::Bullet});
    }
    return section;
}

} // namespace spall::report
