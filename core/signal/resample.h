// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <span>
#include <vector>

namespace spall::signal {

/// Rational resampling by a polyphase Kaiser-windowed sinc low-pass (the definition of
/// scipy.signal.resample_poly with its default window, zero padding outside).
/// in: samples [n]; out: [ceil(n·to/from)].
/// errors: Usage when a rate is not positive or no fraction with terms up to 10 000 comes within
/// ten parts per million of their ratio (sampling clocks are no better).
[[nodiscard]] Result<std::vector<double>>
resample(std::span<const double> samples, Hertz from, Hertz to);

} // namespace spall::signal
