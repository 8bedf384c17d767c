// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/session.h"
#include "core/report/findings.h"

namespace spall::report {

/// The session in which the same numbers come out again: the recordings with what was stated about
/// them, the model, the labels, the decision and the bearing.
[[nodiscard]] pipeline::Session sessionOf(const Findings& findings);

} // namespace spall::report
