// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/analysis.h"

#include <span>

namespace spall::pipeline {

/// Gives the critic the weight that it earns, and says so in `model.calibration`: synthetic impact
/// trains are planted at graded levels into healthy windows that the networks never saw, and the
/// fused score is compared with the reconstruction channel alone. The critic gets a weight only if
/// the area under the ROC curve rises in both halves of the trial; a critic that falls with the
/// fault's level is refused, not turned round. No fault recording is used.
/// errors: those of the networks, Cancelled.
[[nodiscard]] Status weighCritic(Model& model,
                                 const score::Reconstructor& networks,
                                 std::span<const signal::Stretch> heldBack,
                                 const Observer& observer);

} // namespace spall::pipeline
