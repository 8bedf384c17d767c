// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/bearing.h"

#include <optional>

namespace spall::pipeline {

/// What is known of the machine beside its signal.
struct Machine {
    std::optional<signal::BearingGeometry> bearing;
    std::optional<Rpm> speed;
};

} // namespace spall::pipeline
