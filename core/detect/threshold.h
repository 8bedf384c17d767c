// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <span>
#include <string>
#include <vector>

namespace spall::detect {

/// A threshold with the sentence that says where it comes from.
struct Threshold {
    double value = 0.0;
    std::string source;
    bool extrapolated = false; ///< beyond what the number of windows can show
};

/// Healthy scores that a threshold may be chosen from (out of fold), in time order, and how many of
/// them are independent (samples / window length).
struct HealthyScores {
    std::vector<double> scores;
    double independentWindows = 0.0;
    Seconds duration;
};

/// Threshold that a share `rate` of unseen healthy windows is expected to exceed.
///
/// Of n independent windows the k-th smallest is exceeded by a new one with probability
/// 1 - k/(n + 1), so the quantile of level (1 - rate)·(n + 1)/n serves, for rate >= 1/(n + 1).
/// Below, the larger of the maximum and a prediction bound (mean + t·s·sqrt(1 + 1/n), Student's t
/// with n - 1 degrees of freedom) is taken and marked extrapolated. errors: Usage (rate outside
/// 0..1), TooFewSamples (fewer than 2 independent windows), NotFinite.
[[nodiscard]] Result<Threshold> thresholdForFalseAlarmRate(const HealthyScores& healthy,
                                                           double rate);

/// Threshold for at most `perHour` false events an hour, from a generalised Pareto tail of the
/// largest tenth (Coles 2001, §4.3, events counted as runs, §5.3.3); not below that tenth. Marked
/// extrapolated when the data are shorter than asked; then the tail is taken as no lighter than
/// exponential and the threshold as no lower than the maximum, because few windows cannot show an
/// upper end of scores.
/// errors: Usage (perHour <= 0), TooFewSamples (fewer than 50 scores, or no duration), NotFinite.
[[nodiscard]] Result<Threshold> thresholdForAlarmsPerHour(const HealthyScores& healthy,
                                                          double perHour);

/// Threshold with the best F1 on labelled validation scores (midpoint between neighbours; of equal
/// ones the highest). errors: TooFewSamples when one side is empty, NotFinite.
[[nodiscard]] Result<Threshold> thresholdForBestF1(std::span<const double> healthy,
                                                   std::span<const double> faulty);

} // namespace spall::detect
