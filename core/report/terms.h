// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/decision.h"
#include "core/report/alarm_view.h"
#include "core/report/words.h"

#include <string>

namespace spall::report {

// Values of the program in the words of a report.

[[nodiscard]] std::string roleName(const Words& words, pipeline::Role role);
[[nodiscard]] std::string sourceName(const Words& words, signal::Source source);
[[nodiscard]] std::string policyText(const Words& words, const detect::Policy& policy);
[[nodiscard]] std::string fusionText(const Words& words, score::Fusion fusion, double lambda);
[[nodiscard]] std::string hysteresisText(const Words& words, const detect::Hysteresis& hysteresis);
[[nodiscard]] std::string dualText(const Words& words, const detect::DualRule& rule);
[[nodiscard]] std::string readingText(const Words& words, const FaultReading& reading);

/// What a method is, for readers who do not know its short name.
[[nodiscard]] std::string methodName(const Words& words, const std::string& name);

/// The text, or "not known" where it is empty.
[[nodiscard]] std::string orNotKnown(const Words& words, const std::string& text);

} // namespace spall::report
