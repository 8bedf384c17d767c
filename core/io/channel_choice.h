// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <span>

namespace spall::io {

/// How much a vector looks like the vibration of a bearing, from its name, its unit and its values:
/// above 0 for accelerations, far below for tachometers, temperatures, torques, currents and the
/// like. Drive end comes before fan end before base.
struct Likeness {
    double score = 0.0;
    std::string reason; ///< "named like an acceleration", "pulses of a tachometer"
};

[[nodiscard]] Likeness
vibrationLikeness(std::string_view name, std::string_view unit, std::span<const double> samples);

} // namespace spall::io
