// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/curves.h"
#include "core/pipeline/analysis.h"
#include "core/report/report.h"

#include <optional>
#include <string>
#include <vector>

namespace spall::report {

/// One scored recording with what was decided about it.
struct JudgedRecording {
    pipeline::ScoredPtr scored;
    pipeline::Decision decision;
    evaluate::Rate
        alarmed; ///< share of the windows that were not learned from; 0 trials: none left
};

/// All numbers of a report, worked out before a word is written. Sections are made from it alone.
struct Findings {
    pipeline::ModelPtr model;
    std::vector<JudgedRecording> recordings;
    detect::DecisionOptions decision;
    std::string policy; ///< as on the command line
    detect::Threshold threshold;
    pipeline::Evaluation evaluation;
    std::vector<double> healthyScores; ///< fused, windows known to be healthy and not learned from
    std::vector<double> faultyScores;  ///< fused, windows known to be faulty
    std::vector<evaluate::CurvePoint> roc; ///< empty when a side is missing
    std::string date;
    std::string title;
};

/// Neighbouring windows share samples: how many of them make one independent one (length / step).
[[nodiscard]] double windowOverlap(const pipeline::ScoredRecording& scored);

/// Share of alarms among the windows that the model has not learned from.
[[nodiscard]] evaluate::Rate alarmedShare(const pipeline::ScoredRecording& scored,
                                          const pipeline::Decision& decision);

/// Share of windows expected above the threshold on a healthy bearing: what the policy asks for or
/// what unseen healthy windows gave, whichever is larger. Unset when neither is known.
[[nodiscard]] std::optional<double> expectedShare(const Findings& findings);

/// Results of the fused score; null when nothing was evaluated.
[[nodiscard]] const pipeline::MethodResult* ownResult(const pipeline::Evaluation& evaluation);

/// Index of the recording whose picture says most: the most alarmed of unknown role, else of the
/// faulty, else of all; -1 when there is none.
[[nodiscard]] int mostTelling(const Findings& findings);

/// Name of a recording in the report: its file, with the channel where a file appears twice.
[[nodiscard]] std::string nameOf(const Findings& findings, std::size_t recording);

/// Writes the report: every section from the same findings.
[[nodiscard]] Report describe(const Findings& findings);

} // namespace spall::report
