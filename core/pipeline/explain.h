// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/machine.h"
#include "core/pipeline/residual_profile.h"
#include "core/signal/fault_family.h"

#include <array>

namespace spall::pipeline {

/// Which of the two calibrated channels brings a window above the threshold.
enum class FiredChannel { None, Reconstruction, Critic, Both };

/// A window of one of the recordings compared, with its distance in decibel (`distance`).
struct SimilarWindow {
    std::size_t recording = 0; ///< index in `ExplainInput::others`
    std::int64_t window = 0;
    double distance = 0.0;
};

/// The envelope of a stretch and, if there is one, of healthy signal of the same length.
struct EnvelopeComparison {
    SampleRange stretch; ///< `flaggedStretch` of the window
    signal::Band band;
    signal::Spectrum flagged;
    std::optional<signal::Spectrum> healthy;
};

/// Parts of a window that its residual energy is told for.
inline constexpr std::size_t kResidualParts = 32;

/// Why one window was flagged, as far as the data tell.
struct Explanation {
    std::int64_t window = 0;
    SampleRange range;
    double rec = 0.0; ///< σ of healthy
    double critic = 0.0;
    FiredChannel fired = FiredChannel::None;
    std::array<double, kResidualParts> residualShare{}; ///< of the window's energy; adds up to 1
    /// Residual level above the median healthy window, by band; unset without healthy windows.
    std::optional<std::array<double, kProfileBands>> gain;
    std::optional<EnvelopeComparison> envelope; ///< unset when the recording is too short
    std::optional<signal::FamilyFinding> family;
    std::optional<signal::FamilyFinding> healthyFamily;
    std::string noFamily; ///< why `family` is unset, a sentence
    std::vector<SimilarWindow> similar;
};

/// What an explanation is made from.
struct ExplainInput {
    ScoredPtr scored;
    std::int64_t window = 0;
    Decision decision;
    double threshold = 0.0;
    detect::DecisionOptions options;
    Machine machine;
    std::optional<signal::Band> band; ///< of the envelope; unset: where the family shows best
    std::vector<ScoredPtr> others;    ///< searched for similar windows; may hold `scored`
    ScoredPtr healthy;                ///< reference; null when there is none
};

/// Explains one window. Shows less rather than guess: without a bearing or a speed there is no
/// family, without healthy windows no gain. errors: Usage (no such window), Cancelled.
[[nodiscard]] Result<Explanation> explain(const ExplainInput& input, const std::stop_token& stop);

/// Which channel fires under the options: that which alone (λ of it, or its own threshold of the
/// dual rule) reaches the threshold; both when either does or only the two together do.
[[nodiscard]] FiredChannel
firedChannel(double rec, double critic, const detect::DecisionOptions& options, double threshold);

} // namespace spall::pipeline
