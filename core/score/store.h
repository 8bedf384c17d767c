// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/score/calibration.h"
#include "core/score/front.h"

#include <string>

namespace spall::score {

/// Adds a front under `prefix` to an archive, as arrays alone.
void store(Archive& archive, const std::string& prefix, const Front& front);

/// Reads it back; sizes that contradict each other and numbers that are not finite are refused.
/// errors: UnknownFormat.
[[nodiscard]] Result<Front> loadFront(const Archive& archive, const std::string& prefix);

/// The same for a filter, for band statistics and for a whole calibration. The verdict of a
/// calibration goes to the archive's document under "<prefix>/critic_verdict"; healthy scores of
/// the critic may be missing, and stay empty then.
void store(Archive& archive, const std::string& prefix, const ArFilter& filter);
[[nodiscard]] Result<ArFilter> loadFilter(const Archive& archive, const std::string& prefix);

void store(Archive& archive, const std::string& prefix, const EvidenceStatistics& statistics);
[[nodiscard]] Result<EvidenceStatistics> loadEvidence(const Archive& archive,
                                                      const std::string& prefix);

void store(Archive& archive, const std::string& prefix, const Calibration& calibration);
[[nodiscard]] Result<Calibration> loadCalibration(const Archive& archive,
                                                  const std::string& prefix);

} // namespace spall::score
