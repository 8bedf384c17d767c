// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/detect/events.h"
#include "core/detect/policy.h"
#include "core/detect/threshold.h"
#include "core/score/fuse.h"

#include <optional>

namespace spall::detect {

/// Everything between calibrated channel scores and alarms.
struct DecisionOptions {
    score::Fusion fusion = score::Fusion::Sum;
    double lambda = 1.0;
    Seconds smoothing{0.0};
    Policy policy;
    Hysteresis hysteresis;
    std::optional<DualRule> dual;
    friend bool operator==(const DecisionOptions&, const DecisionOptions&) = default;
};

} // namespace spall::detect
