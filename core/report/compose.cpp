// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/policy.h"
#include "core/pipeline/tally.h"
#include "core/report/findings.h"

#include <algorithm>
#include <utility>

namespace spall::report {

namespace {

/// Scores of the windows that the metrics are taken from, by truth.
void collectScores(Findings& findings, std::span<const io::Label> labels)
{
    for (const JudgedRecording& judged : findings.recordings) {
        const auto truth =
            pipeline::countedTruth(*judged.scored, labels, findings.decision.policy.kind);
        findings.faultyRecordings += std::count(truth.begin(), truth.end(), 1) > 0 ? 1 : 0;
        for (std::size_t i = 0; i < truth.size(); ++i) {
            if (truth[i] < 0) {
                continue;
            }
            (truth[i] == 1 ? findings.faultyScores : findings.healthyScores)
                .push_back(judged.decision.scores()[i]);
        }
    }
}

/// What evaluation judged for a recording of known role; otherwise all that was not learned from.
evaluate::Rate alarmedOf(const JudgedRecording& judged,
                         const pipeline::Evaluation& evaluation,
                         std::size_t at,
                         const ReportInput& input)
{
    const bool isJudged =
        judged.scored->role != pipeline::Role::Unknown && at < evaluation.files.size();
    return isJudged ? evaluation.files[at].alarmed
                    : pipeline::alarmedShare(
                          *judged.scored, judged.decision.alarms, input.decision, input.labels);
}

tl::unexpected<Error> nothingToReportOn()
{
    return fail(ErrorCode::Usage,
                "there is nothing to report on",
                "report",
                "score at least one recording with a model");
}

} // namespace

JudgedRecording judge(pipeline::ScoredPtr scored,
                      const detect::DecisionOptions& decision,
                      double threshold,
                      const pipeline::Machine& machine,
                      std::size_t most)
{
    JudgedRecording judged;
    judged.decision = pipeline::decide(*scored, decision, threshold);
    judged.alarmed = pipeline::alarmedShare(*scored, judged.decision.alarms, decision, {});
    judged.samples = scored->recording->sampleCount();
    judged.pictured = alarmViews(*scored, judged.decision, machine, most);
    judged.shaftSpeed = scored->recording->shaftSpeed;
    if (machine.speed) {
        judged.shaftSpeed = {*machine.speed, signal::Source::Argument, "stated"};
    }
    judged.scored = std::move(scored);
    return judged;
}

JudgedRecording withoutSamples(JudgedRecording judged)
{
    auto scored = std::make_shared<pipeline::ScoredRecording>(*judged.scored);
    auto recording = std::make_shared<signal::Recording>();
    const signal::Recording& full = *scored->recording;
    for (const signal::Channel& channel : full.channels) {
        recording->channels.push_back({channel.name, channel.unit, {}});
    }
    recording->rate = full.rate;
    recording->shaftSpeed = full.shaftSpeed;
    recording->provenance = full.provenance;
    recording->warnings = full.warnings;
    recording->mainChannel = full.mainChannel;
    scored->recording = std::move(recording);
    scored->reconstruction = std::make_shared<const score::SampleReconstruction>();
    judged.scored = std::move(scored);
    return judged;
}

Result<Report> composeJudged(const ReportInput& input,
                             const detect::Threshold& threshold,
                             std::vector<JudgedRecording> recordings)
{
    if (!input.model || recordings.empty()) {
        return nothingToReportOn();
    }
    std::vector<pipeline::ScoredPtr> scored;
    for (const JudgedRecording& judged : recordings) {
        scored.push_back(judged.scored);
    }
    auto evaluation = pipeline::evaluate(*input.model, scored, input.labels, input.decision);
    if (!evaluation) {
        return fail(evaluation.error());
    }
    Findings findings;
    findings.model = input.model;
    findings.modelPath = input.modelPath;
    findings.modelSha256 = input.modelSha256;
    findings.bearing = input.bearing ? input.bearing->name : std::string();
    findings.labels = input.labels;
    findings.decision = input.decision;
    findings.policy = detect::toString(input.decision.policy);
    findings.threshold = threshold;
    findings.evaluation = std::move(*evaluation);
    findings.calibrationScores = pipeline::healthyScores(*input.model, input.decision).scores;
    findings.detectability = input.detectability;
    findings.choices = input.choices;
    findings.words = Words(input.choices.language);
    findings.date = input.date;
    for (std::size_t at = 0; at < recordings.size(); ++at) {
        recordings[at].alarmed = alarmedOf(recordings[at], findings.evaluation, at, input);
    }
    findings.recordings = std::move(recordings);
    collectScores(findings, input.labels);
    findings.roc = evaluate::rocCurve(findings.healthyScores, findings.faultyScores);
    return describe(findings);
}

Result<Report> compose(const ReportInput& input)
{
    if (!input.model || input.scored.empty()) {
        return nothingToReportOn();
    }
    const auto threshold =
        pipeline::chooseThreshold(*input.model, input.decision, input.scored, input.labels);
    if (!threshold) {
        return fail(threshold.error());
    }
    std::vector<JudgedRecording> recordings;
    for (std::size_t i = 0; i < input.scored.size(); ++i) {
        const pipeline::Machine machine{input.bearing,
                                        i < input.speeds.size() ? input.speeds[i] : std::nullopt};
        recordings.push_back(judge(input.scored[i],
                                   input.decision,
                                   threshold->value,
                                   machine,
                                   mostPictured(input.scored.size())));
    }
    return composeJudged(input, *threshold, std::move(recordings));
}

} // namespace spall::report
