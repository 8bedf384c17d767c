// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/analysis.h"
#include "core/pipeline/model.h"

#include <memory>
#include <span>
#include <vector>

namespace spall::pipeline {

/// Healthy stretches that the networks learned from, and the last part of each that they never saw.
struct NetSplit {
    std::vector<signal::Stretch> learn;
    std::vector<signal::Stretch> heldBack;
};

/// Keeps the last 15 % of every stretch from the networks, with a gap of one window; a stretch
/// whose part would be shorter than a window is learned whole.
[[nodiscard]] NetSplit splitForNetworks(std::span<const signal::Stretch> learn,
                                        SampleCount windowLength);

/// Fills `model.calibration`, `model.plain`, `model.untrained` and the saved decision.
///
/// Band statistics are those of everything learned: they rank windows best. What they make of the
/// windows they come from is too good, so no threshold is taken from that. For thresholds the whole
/// fit is repeated four times with one block of the learning part left out, and each block is
/// scored by a front, networks, statistics and plain methods that never saw it. The critic is
/// standardised on the part that the networks never saw. errors: as `trainModel`.
[[nodiscard]] Status calibrate(Model& model,
                               std::span<const signal::Stretch> learn,
                               const NetSplit& split,
                               const Observer& observer);

} // namespace spall::pipeline
