// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/curves.h"
#include "core/pipeline/analysis.h"
#include "core/report/alarm_view.h"
#include "core/report/report.h"

#include <optional>
#include <string>
#include <vector>

namespace spall::report {

/// One scored recording with what was decided about it.
struct JudgedRecording {
    pipeline::ScoredPtr scored; ///< in a fleet without its samples and reconstruction
    pipeline::Decision decision;
    evaluate::Rate
        alarmed; ///< share of the windows that were not learned from; 0 trials: none left
    std::optional<signal::Attributed<Rpm>> shaftSpeed; ///< the stated one, else the file's
    SampleCount samples = 0;                           ///< at the model's rate
    std::vector<AlarmView> pictured;                   ///< the highest events
};

/// All numbers of a report, worked out before a word is written. Sections are made from it alone.
struct Findings {
    pipeline::ModelPtr model;
    std::string modelPath;
    std::string modelSha256;
    std::string bearing; ///< its name; empty: not said
    std::vector<JudgedRecording> recordings;
    std::vector<io::Label> labels;
    detect::DecisionOptions decision;
    std::string policy; ///< as on the command line
    detect::Threshold threshold;
    pipeline::Evaluation evaluation;
    std::vector<double> calibrationScores; ///< fused, out of fold, of the model's healthy windows
    std::vector<double> healthyScores; ///< fused, windows known to be healthy and not learned from
    std::vector<double> faultyScores;  ///< fused, windows known to be faulty
    std::int64_t faultyRecordings = 0; ///< those with such windows
    std::vector<evaluate::CurvePoint> roc; ///< empty when a side is missing
    DetectabilityGrid detectability;
    ReportChoices choices;
    Words words;
    std::string date;
};

/// More recordings than a page can picture one by one: page one compares them instead.
[[nodiscard]] bool isFleet(std::size_t recordings);

/// How many events of each of so many recordings are pictured, so that a fleet stays readable.
[[nodiscard]] std::size_t mostPictured(std::size_t recordings);

/// Recordings that page one is about: those of unknown role with a judged window, most alarmed
/// first.
[[nodiscard]] std::vector<std::size_t> toBeJudged(const Findings& findings);

/// Share of windows that a healthy bearing alarms.
struct ExpectedShare {
    double value = 0.0;
    double most = 0.0; ///< what it may be at most; a recording above it departs
};

/// What the policy promises or what unseen healthy windows gave, whichever is larger. Without a
/// promise their few windows tell it no closer than their interval. Unset when neither is known.
[[nodiscard]] std::optional<ExpectedShare> expectedShare(const Findings& findings);

/// "2 %", or "0 % (at most 7.9 %)".
[[nodiscard]] std::string expectedText(const Words& words, const ExpectedShare& expected);

/// True when more of its windows are alarmed than a healthy bearing would give.
[[nodiscard]] bool departs(const evaluate::Rate& alarmed, const ExpectedShare& expected);

/// Results of the fused score; null when nothing was evaluated.
[[nodiscard]] const pipeline::MethodResult* ownResult(const pipeline::Evaluation& evaluation);

/// Index of the recording whose picture says most: the most alarmed of unknown role, else of the
/// faulty, else of all; -1 when there is none.
[[nodiscard]] int mostTelling(const Findings& findings);

/// Name of a recording in the report: its file, with the folder where another has the same name and
/// the channel where a file appears twice.
[[nodiscard]] std::string nameOf(const Findings& findings, std::size_t recording);

/// Why no window of a recording is judged, a sentence.
[[nodiscard]] std::string notJudged(const Findings& findings, std::size_t recording);

/// What was decided about one recording, its highest events pictured. A speed of the machine is one
/// that the user states.
[[nodiscard]] JudgedRecording judge(pipeline::ScoredPtr scored,
                                    const detect::DecisionOptions& decision,
                                    double threshold,
                                    const pipeline::Machine& machine,
                                    std::size_t most);

/// The same without samples and reconstruction, so that a fleet fits into memory.
[[nodiscard]] JudgedRecording withoutSamples(JudgedRecording judged);

/// Walk 10 for recordings that are judged already; `input.scored` is not looked at. errors: those
/// of `evaluate`, and Usage when there is nothing to report on.
[[nodiscard]] Result<Report> composeJudged(const ReportInput& input,
                                           const detect::Threshold& threshold,
                                           std::vector<JudgedRecording> recordings);

/// Writes the report: every section from the same findings.
[[nodiscard]] Report describe(const Findings& findings);

} // namespace spall::report
