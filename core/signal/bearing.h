// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <span>
#include <string>
#include <string_view>

namespace spall::signal {

/// Rolling-element bearing geometry. Diameters share any one unit.
struct BearingGeometry {
    std::string name;
    int elements = 9;
    double elementDiameter = 0.0;
    double pitchDiameter = 0.0;
    double contactAngleDegrees = 0.0;
    friend bool operator==(const BearingGeometry&, const BearingGeometry&) = default;
};

/// Which part of the bearing is defective.
enum class FaultKind { OuterRace, InnerRace, Element };

/// Defect frequencies of a bearing at one shaft speed (outer race fixed).
struct FaultFrequencies {
    Hertz shaft;
    Hertz outerRace; ///< BPFO = n/2 · f · (1 − d/D·cos β)
    Hertz innerRace; ///< BPFI = n/2 · f · (1 + d/D·cos β)
    Hertz element;   ///< BSF = D/2d · f · (1 − (d/D·cos β)²); a defect strikes at twice this
    Hertz cage;      ///< FTF = f/2 · (1 − d/D·cos β)
};

/// Defect frequencies of a geometry that `validate` accepts.
[[nodiscard]] FaultFrequencies faultFrequencies(const BearingGeometry& bearing, Rpm speed);

/// Lines of one kind: BPFO, BPFI, or twice the spin frequency.
[[nodiscard]] Hertz strikeFrequency(const FaultFrequencies& frequencies, FaultKind kind);

/// Refuses what cannot turn: fewer than 3 elements, elements that are not smaller than the pitch
/// circle or do not fit on it side by side, an angle outside 0 to 90 degrees. errors: Usage.
[[nodiscard]] Status validate(const BearingGeometry& bearing);

/// Common bearings the program knows by name, with the geometry that their makers or the owners of
/// well-known test rigs publish.
[[nodiscard]] std::span<const BearingGeometry> knownBearings();

/// A known name ("SKF 6205-2RS JEM", case, blanks and dashes ignored), a designation in one
/// ("6205"; the first row that holds it), or "n,d,D,angle". errors: Usage.
[[nodiscard]] Result<BearingGeometry> parseBearing(std::string_view text);

} // namespace spall::signal
