// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tally.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/sentences.h"
#include "core/report/terms.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

void addRecordingLimits(const Findings& findings, std::vector<std::string>& out)
{
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        if (findings.recordings[i].alarmed.trials == 0) {
            out.push_back(notJudged(findings, i));
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
        out.push_back(findings.words(Phrase::NoFaultyRecordings));
    }
    if (own == nullptr || !has(own->metrics.falseAlarmRate)) {
        out.push_back(findings.words(Phrase::NoHealthyRecordings));
    }
}

bool hasReading(const Findings& findings)
{
    const auto isRead = [](const AlarmView& view) {
        return view.reading.hasFamily();
    };
    return std::any_of(
        findings.recordings.begin(), findings.recordings.end(), [&](const JudgedRecording& judged) {
            return std::any_of(judged.pictured.begin(), judged.pictured.end(), isRead);
        });
}

double widestOverlap(const Findings& findings)
{
    double overlap = 1.0;
    for (const JudgedRecording& judged : findings.recordings) {
        overlap =
            std::max(overlap, pipeline::overlapOf(*judged.scored, findings.decision.smoothing));
    }
    return overlap;
}

} // namespace

std::vector<std::string> limits(const Findings& findings)
{
    const Words& words = findings.words;
    std::vector<std::string> all;
    for (const std::string& limit : findings.evaluation.limits) {
        all.push_back(sentenceIn(words, limit));
    }
    if (findings.threshold.extrapolated && !findings.decision.dual) {
        all.push_back(words(Phrase::ExtrapolatedThreshold));
    }
    addEvaluationLimits(findings, all);
    addRecordingLimits(findings, all);
    if (const double overlap = widestOverlap(findings); overlap > 1.0) {
        all.push_back(words(Phrase::OverlappingWindows,
                            {decimal(overlap, overlap == std::floor(overlap) ? 0 : 1)}));
    }
    if (hasReading(findings)) {
        all.push_back(words(Phrase::ReadingIsNoDiagnosis));
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
    section.heading = findings.words(Phrase::HeadLimits);
    for (const std::string& limit : limits(findings)) {
        section.blocks.push_back(Paragraph{limit, Paragraph::Kind::Bullet});
    }
    return section;
}

Section contentsSection(const Findings& findings)
{
    Section section;
    section.heading = findings.words(Phrase::HeadContents);
    for (const Phrase phrase : {Phrase::ContentsText,
                                Phrase::ContentsSamples,
                                Phrase::ContentsPrivacy,
                                Phrase::ContentsRepeat}) {
        section.blocks.push_back(Paragraph{findings.words(phrase), Paragraph::Kind::Bullet});
    }
    return section;
}

} // namespace spall::report
