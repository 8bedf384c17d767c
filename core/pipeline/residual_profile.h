// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "core/signal/spectrum.h"

#include <array>
#include <cstddef>

namespace spall::pipeline {

/// Bands of a profile: half octaves up to half the rate, so six octaves.
inline constexpr std::size_t kProfileBands = 12;

/// Level of a residual in each band, decibel re one unit of the recording.
using ResidualProfile = std::array<double, kProfileBands>;

/// The frequencies of one band of a profile.
[[nodiscard]] signal::Band profileBand(std::size_t band, Hertz rate);

/// Signal minus reconstruction over a range; 0 where no window reaches. [range]
[[nodiscard]] std::vector<double> residualOf(const ScoredRecording& scored, SampleRange range);

/// Profile of the residual of one window.
[[nodiscard]] ResidualProfile residualProfile(const ScoredRecording& scored, SampleRange range);

/// Root mean square difference of two profiles, decibel.
[[nodiscard]] double distance(const ResidualProfile& a, const ResidualProfile& b);

} // namespace spall::pipeline
