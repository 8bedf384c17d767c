// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace spall::signal {

/// Condition indicators of a piece of signal. All are 0 for an empty piece.
struct Statistics {
    double mean = 0.0;
    double deviation = 0.0; ///< population standard deviation
    double rms = 0.0;       ///< of the raw values, mean not removed
    double peak = 0.0;      ///< largest absolute value
    double crest = 0.0;     ///< peak / rms; 0 when rms is 0
    double kurtosis = 0.0;  ///< Pearson: 3 for Gaussian noise; 0 when constant
};

[[nodiscard]] Statistics statistics(std::span<const double> samples);

} // namespace spall::signal
