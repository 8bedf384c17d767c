// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/findings.h"

#include <functional>

namespace spall::report {

/// How many recordings are judged, and how.
struct FleetOptions {
    std::size_t count = 0;
    int workers = 1;      ///< recordings worked on at the same time
    SampleCount step = 0; ///< 0: the model's
    detect::DecisionOptions decision;
    std::optional<signal::BearingGeometry> bearing;
};

/// Opens the recording of an index; called on a worker, once for each.
using OpenInput = std::function<Result<pipeline::Input>(std::size_t index)>;

/// Scores and judges many recordings side by side. Each is opened when its turn comes; in a fleet
/// its samples are let go behind it, so that memory holds `workers` recordings at a time. The
/// result does not depend on `workers`. Networks should be set to one thread each.
/// errors: those of the first recording that fails, in order; Cancelled.
[[nodiscard]] Result<std::vector<JudgedRecording>> judgeFleet(const pipeline::Model& model,
                                                              const detect::Threshold& threshold,
                                                              const FleetOptions& options,
                                                              const OpenInput& open,
                                                              const pipeline::Observer& observer);

} // namespace spall::report
