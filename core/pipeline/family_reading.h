// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "core/pipeline/machine.h"
#include "core/signal/fault_family.h"

#include <optional>
#include <span>

namespace spall::pipeline {

/// The signal that says why a window was flagged: the alarmed run that holds it, 40 turns of the
/// shaft at least (2 s while the speed is not known), and no more than 10 s, around the window.
/// Window and report ask it, so that an alarm has one reason.
[[nodiscard]] SampleRange flaggedStretch(const ScoredRecording& scored,
                                         const Decision& decision,
                                         std::int64_t window,
                                         const std::optional<Rpm>& speed);

/// The upper part of the spectrum, where impacts ring and harmonics of the shaft do not reach.
[[nodiscard]] signal::Band upperBand(Hertz rate);

/// What the lines of a bearing say of a stretch.
struct FamilyReading {
    signal::FamilyFinding nearest;                ///< over several bands: only this may name a part
    signal::FamilyFinding inBand;                 ///< in the band that is looked at
    std::optional<signal::FamilyFinding> healthy; ///< healthy signal in that band
};

/// A stretch and, if there is any, healthy signal of the same rate beside it.
struct FamilyQuestion {
    std::span<const double> samples;
    std::span<const double> healthy;
    Hertz rate;
    std::optional<signal::Band> band; ///< looked at; unset: where the family shows best
};

/// errors: Usage (bearing or speed are not known), those of `nearestFamily`.
[[nodiscard]] Result<FamilyReading> readFamily(const FamilyQuestion& question,
                                               const Machine& machine);

} // namespace spall::pipeline
