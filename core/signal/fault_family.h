// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/bearing.h"
#include "core/signal/spectrum.h"

#include <string_view>
#include <vector>

namespace spall::signal {

/// How far a family of lines can be trusted to name a part.
enum class Certainty {
    None, ///< no family stands out
    Weak, ///< lines stand out, but they carry too little, or another family is as strong
    Clear ///< one family stands out, explains a fair share and leaves the others far behind
};

/// What the lines of one part of the bearing show in an envelope spectrum.
struct FamilyEvidence {
    FaultKind kind = FaultKind::OuterRace;
    Hertz nominal;            ///< from the geometry; of an element twice its spin
    Hertz found;              ///< where the lines fit best within the tolerance
    double energyShare = 0.0; ///< of the envelope's energy, lines and sidebands above the floor
    double contrast = 0.0;    ///< median over harmonics of line power over the local floor
    int lines = 0;            ///< harmonics that stand out
    bool showsFirst = false; ///< the lowest of them does, and they are not multiples of slower ones
    bool isModulated = false; ///< sidebands stand out too (shaft: inner race; cage: element)
};

/// Families by what they explain, the nearest first; each without the lines of those before it.
struct FamilyFinding {
    std::vector<FamilyEvidence> families;
    Certainty certainty = Certainty::None;
    Band band; ///< the envelope was taken of
};

/// What counts as a family of lines.
struct FamilyOptions {
    int harmonics = 5;
    double tolerance = 0.015; ///< of the frequencies: slip, contact angle, speed as noted
};

/// Compares the squared envelope spectrum of a stretch with the lines of a bearing. A line stands
/// out when it is ten times the local floor (running median). A defect of the inner race or of an
/// element passes through the load zone, so that its lines have sidebands a shaft or cage turn
/// apart (Randall & Antoni 2011, §2.2); without them it is not named. Lines of the shaft itself do
/// not count. Clear only where the first line stands out, too, and the lines are
/// not every second or third one of something slower, as with the geometry of another bearing.
/// errors: Usage, TooFewSamples (less than 8 turns of the shaft).
[[nodiscard]] Result<FamilyFinding> faultFamilies(std::span<const double> samples,
                                                  Hertz rate,
                                                  Band band,
                                                  const FaultFrequencies& frequencies,
                                                  const FamilyOptions& options = {});

/// The same over four bands, from nearly the whole spectrum to its upper half: the family that
/// weighs most over all of them, in the band that shows it best; clear only if three agree.
[[nodiscard]] Result<FamilyFinding> nearestFamily(std::span<const double> samples,
                                                  Hertz rate,
                                                  const FaultFrequencies& frequencies,
                                                  const FamilyOptions& options = {});

/// "BPFO", "BPFI", "2×BSF".
[[nodiscard]] std::string_view lineName(FaultKind kind);

} // namespace spall::signal
