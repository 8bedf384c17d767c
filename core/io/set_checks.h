// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/signal/statistics.h"

#include <span>
#include <string>
#include <vector>

namespace spall::io {

/// What the checks of a set need to know of one recording.
struct SetMember {
    std::string name;
    std::string unit;
    Hertz rate;
    signal::Statistics levels; ///< of the channel that is looked at
    bool isHealthy = false;
    bool isFaulty = false;
};

/// Sentences about recordings that do not go together: healthy and faulty ones of different rates,
/// different units, healthy ones whose levels differ as units do, transients in healthy ones.
[[nodiscard]] std::vector<std::string> doubtsBetween(std::span<const SetMember> members);

} // namespace spall::io
