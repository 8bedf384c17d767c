// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/entry.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace spall::ui {

/// Everything that follows from the scores and the decision options: recomputed whole on the main
/// thread whenever one of them changes (no torch, well under a frame).
struct Judgement {
    detect::Threshold threshold;
    std::vector<pipeline::Decision> decisions; ///< one per entry; empty scores where not scored
    std::vector<evaluate::Rate> alarmed;       ///< one per entry: share of judged windows alarmed
    evaluate::Metrics metrics;
    std::vector<double> healthyScores; ///< unseen healthy windows, ascending
    std::vector<double> faultyScores;  ///< faulty windows, ascending
    std::optional<Error> problem;      ///< why the threshold is not the one asked for
};

/// Judges scored recordings. Keeps what does not depend on the threshold from one call to the next,
/// so that dragging it costs one pass over the windows.
class Judge {
public:
    /// To be called when scores, roles, labels or the order of the entries have changed.
    void forget() { m_scores.reset(); }

    /// `previous` is kept as the threshold when the options ask for one that cannot be had.
    [[nodiscard]] Judgement judge(const pipeline::Model& model,
                                  std::span<const Entry> entries,
                                  std::span<const io::Label> labels,
                                  const detect::DecisionOptions& options,
                                  const detect::Threshold& previous);

private:
    struct Scores {
        score::Fusion fusion;
        double lambda;
        Seconds smoothing;
        bool isBestF1; ///< then only one half of each recording counts
        std::vector<std::vector<signed char>> truths; ///< by entry, by window
        std::vector<double> healthy;
        std::vector<double> faulty;
    };
    void gather(std::span<const Entry> entries,
                std::span<const io::Label> labels,
                const detect::DecisionOptions& options,
                const std::vector<pipeline::Decision>& decisions);

    std::optional<Scores> m_scores;
};

} // namespace spall::ui
