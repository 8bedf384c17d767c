// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/bearing.h"

#include <optional>
#include <string>

namespace spall::pipeline {

/// What is known of the machine beside its signal.
struct Machine {
    std::optional<signal::BearingGeometry> bearing;
    std::optional<Rpm> speed;
};

/// What the user calls a report and the machine that it is of; empty: not said.
struct ReportNames {
    std::string title;
    std::string machine;
    friend bool operator==(const ReportNames&, const ReportNames&) = default;
};

} // namespace spall::pipeline
