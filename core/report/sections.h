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

/// Machine, recording, date and model: the head of page one.
[[nodiscard]] Table pageOneFacts(const Findings& findings);

/// The recordings of a fleet, most alarmed first: as many as page one holds.
[[nodiscard]] Table fleetSummary(const Findings& findings);

/// The order of `fleetSummary` over all recordings with a judged window.
[[nodiscard]] std::vector<std::size_t> mostAlarmedFirst(const Findings& findings);

[[nodiscard]] Section resultsSection(const Findings& findings);
[[nodiscard]] Section alarmsSection(const Findings& findings);
[[nodiscard]] Section methodsSection(const Findings& findings);
[[nodiscard]] Section thresholdSection(const Findings& findings);
[[nodiscard]] Section channelsSection(const Findings& findings);
[[nodiscard]] Section detectabilitySection(const Findings& findings);
[[nodiscard]] Section scoresSection(const Findings& findings);
[[nodiscard]] Section worstSection(const Findings& findings);
[[nodiscard]] Section provenanceSection(const Findings& findings);
[[nodiscard]] Section methodSection(const Findings& findings);
[[nodiscard]] Section modelSection(const Findings& findings);
[[nodiscard]] Section settingsSection(const Findings& findings);

/// What these numbers cannot show, the weightiest first; none twice.
[[nodiscard]] std::vector<std::string> limits(const Findings& findings);
[[nodiscard]] Section limitsSection(const Findings& findings);

/// What is in the report and what is not.
[[nodiscard]] Section contentsSection(const Findings& findings);

} // namespace spall::report
