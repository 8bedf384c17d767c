// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <span>

namespace spall::pipeline {

/// The same networks and front with new healthy statistics: what a new bearing or load needs
/// instead of a new training. The first 60 % of each recording calibrates, the rest stays unseen;
/// the plain methods learn anew from the same part. Scores of the calibrating part are cross-fitted
/// over blocks. errors: RateTooLow, TooFewSamples, NotFinite, Cancelled.
[[nodiscard]] Result<ModelPtr>
recalibrate(const Model& model, std::span<const Input> healthy, const Observer& observer);

} // namespace spall::pipeline
