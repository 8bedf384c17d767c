// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/truth.h"
#include "ui/document/entry.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace spall::ui {

/// The windows that the numbers are about; the same while only the threshold moves.
struct Counted {
    std::vector<pipeline::Truth> truths; ///< by entry, empty where not scored
    std::vector<double> healthy;         ///< scores of the healthy windows, ascending
    std::vector<double> faulty;          ///< of the faulty ones, ascending
    Seconds healthyDuration;
};

/// Everything that follows from the scores and the decision options: recomputed whole on the main
/// thread whenever one of them changes (no torch, well under a frame).
struct Judgement {
    detect::Threshold threshold;
    std::vector<pipeline::Decision> decisions; ///< one per entry; empty scores where not scored
    std::vector<evaluate::Rate> alarmed; ///< one per entry: of the windows it has not learned from
    evaluate::Metrics metrics;
    std::shared_ptr<const Counted> counted = std::make_shared<Counted>(); ///< never null
    std::optional<Error> problem;         ///< why the threshold is not the one asked for
    std::optional<detect::DualRule> dual; ///< decides instead of the threshold

    /// What scores are held against; unset where two thresholds decide.
    [[nodiscard]] std::optional<double> oneThreshold() const
    {
        return dual ? std::nullopt : std::optional(threshold.value);
    }
};

/// Judges scored recordings. Keeps what does not depend on the threshold from one call to the next,
/// so that dragging it costs one pass over the windows.
class Judge {
public:
    /// To be called when scores, roles, labels or the order of the entries have changed.
    void forget() { m_basis.reset(); }

    /// `previous` is kept as the threshold when the options ask for one that cannot be had.
    [[nodiscard]] Judgement judge(const pipeline::Model& model,
                                  std::span<const Entry> entries,
                                  std::span<const io::Label> labels,
                                  const detect::DecisionOptions& options,
                                  const detect::Threshold& previous);

private:
    /// What the windows that count and the fused scores depend on besides the recordings.
    struct Basis {
        score::Fusion fusion;
        double lambda;
        Seconds smoothing;
        bool isBestF1; ///< then only one half of each recording counts
        friend bool operator==(const Basis&, const Basis&) = default;
    };

    void prepare(const Basis& basis,
                 std::span<const Entry> entries,
                 std::span<const io::Label> labels,
                 const detect::DecisionOptions& options);

    std::optional<Basis> m_basis;            ///< none: what follows is to be made anew
    std::vector<pipeline::FusedPtr> m_fused; ///< by entry, null where not scored
    std::shared_ptr<const Counted> m_counted;
};

} // namespace spall::ui
