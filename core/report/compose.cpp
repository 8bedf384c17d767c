// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/policy.h"
#include "core/report/findings.h"

#include <utility>

namespace spall::report {

namespace {

/// Scores of the windows that the metrics are taken from, by truth. With best F1 only the half that
/// the threshold was not chosen on counts.
void collectScores(Findings& findings, std::span<const io::Label> labels)
{
    for (const JudgedRecording& judged : findings.recordings) {
        const std::vector<signed char> truth = pipeline::truthOfWindows(*judged.scored, labels);
        std::vector<pipeline::Part> parts(truth.size(), pipeline::Part::Test);
        if (findings.decision.policy.kind == detect::PolicyKind::BestF1) {
            parts = pipeline::validationWindows(*judged.scored);
        }
        for (std::size_t i = 0; i < truth.size(); ++i) {
            if (truth[i] < 0 || parts[i] != pipeline::Part::Test) {
                continue;
            }
            (truth[i] == 1 ? findings.faultyScores : findings.healthyScores)
                .push_back(judged.decision.scores[i]);
        }
    }
}

/// What evaluation judged for a recording of known role; otherwise all that was not learned from.
evaluate::Rate
alarmedOf(const JudgedRecording& judged, const pipeline::Evaluation& evaluation, std::size_t at)
{
    const bool isJudged =
        judged.scored->role != pipeline::Role::Unknown && at < evaluation.files.size();
    return isJudged ? evaluation.files[at].alarmed : alarmedShare(*judged.scored, judged.decision);
}

} // namespace

Result<Report> compose(const ReportInput& input)
{
    if (!input.model || input.scored.empty()) {
        return fail(ErrorCode::Usage,
                    "there is nothing to report on",
                    "report",
                    "score at least one recording with a model");
    }
    auto threshold = pipeline::chooseThreshold(*input.model, input.decision, input.scored);
    if (!threshold) {
        return fail(threshold.error());
    }
    auto evaluation = pipeline::evaluate(*input.model, input.scored, input.labels, input.decision);
    if (!evaluation) {
        return fail(evaluation.error());
    }
    Findings findings;
    findings.model = input.model;
    findings.decision = input.decision;
    findings.policy = detect::toString(input.decision.policy);
    findings.threshold = std::move(*threshold);
    findings.evaluation = std::move(*evaluation);
    findings.date = input.date;
    findings.title = input.title;
    for (const pipeline::ScoredPtr& scored : input.scored) {
        JudgedRecording judged;
        judged.scored = scored;
        judged.decision = pipeline::decide(*scored, input.decision, findings.threshold.value);
        judged.alarmed = alarmedOf(judged, findings.evaluation, findings.recordings.size());
        findings.recordings.push_back(std::move(judged));
    }
    collectScores(findings, input.labels);
    findings.roc = evaluate::rocCurve(findings.healthyScores, findings.faultyScores);
    return describe(findings);
}

} // namespace spall::report
