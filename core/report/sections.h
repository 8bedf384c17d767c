// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/findings.h"

#include <string>
#include <vector>

namespace spall::report {

// One function a part of the report; each reads the findings and nothing else.

/// The sentence of page one: what was found, with interval and count, claiming no more than the
/// windows can show.
[[nodiscard]] std::string verdict(const Findings& findings);

/// The key numbers of page one.
[[nodiscard]] std::vector<Card> keyNumbers(const Findings& findings);

[[nodiscard]] Section recordingsSection(const Findings& findings);
[[nodiscard]] Section resultsSection(const Findings& findings);
[[nodiscard]] Section methodsSection(const Findings& findings);
[[nodiscard]] Section thresholdSection(const Findings& findings);
[[nodiscard]] Section scoresSection(const Findings& findings);
[[nodiscard]] Section worstSection(const Findings& findings);
[[nodiscard]] Section alarmsSection(const Findings& findings);
[[nodiscard]] Section modelSection(const Findings& findings);
[[nodiscard]] Section settingsSection(const Findings& findings);

/// What these numbers cannot show, the weightiest first; none twice.
[[nodiscard]] std::vector<std::string> limits(const Findings& findings);
[[nodiscard]] Section limitsSection(const Findings& findings);

} // namespace spall::report
