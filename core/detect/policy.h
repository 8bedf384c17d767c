// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace spall::detect {

/// How the threshold is chosen.
enum class PolicyKind { Manual, BestF1, FalseAlarmRate, AlarmsPerHour };

/// A policy with its number: the threshold itself, nothing, a share of windows, or alarms an hour.
struct Policy {
    PolicyKind kind = PolicyKind::FalseAlarmRate;
    double value = 0.02;
    friend bool operator==(const Policy&, const Policy&) = default;
};

/// "manual:2.5", "f1", "far:0.02", "per-hour:1". errors: Usage.
[[nodiscard]] Result<Policy> parsePolicy(std::string_view text);

/// The text that `parsePolicy` reads back as the same policy.
[[nodiscard]] std::string toString(const Policy& policy);

/// Alarm only when `need` of the last `of` windows are above the threshold.
struct Hysteresis {
    int need = 1;
    int of = 1;
    friend bool operator==(const Hysteresis&, const Hysteresis&) = default;
};

/// "3/5", 1 <= need <= of <= 1000. errors: Usage.
[[nodiscard]] Result<Hysteresis> parseHysteresis(std::string_view text);

/// The text that `parseHysteresis` reads back as the same rule.
[[nodiscard]] std::string toString(const Hysteresis& hysteresis);

} // namespace spall::detect
