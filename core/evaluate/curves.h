// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace spall::evaluate {

/// A point of a curve: false-alarm rate and recall (ROC), or recall and precision (PR).
struct CurvePoint {
    double x = 0.0;
    double y = 0.0;
    double threshold = 0.0;
};

/// ROC curve from (0,0) to (1,1), ties kept together (sklearn.metrics.roc_curve, drop_intermediate
/// off). Empty when a side is missing.
[[nodiscard]] std::vector<CurvePoint> rocCurve(std::span<const double> healthy,
                                               std::span<const double> faulty);

/// Precision over recall (sklearn.metrics.precision_recall_curve).
[[nodiscard]] std::vector<CurvePoint> precisionRecallCurve(std::span<const double> healthy,
                                                           std::span<const double> faulty);

/// Area under the ROC curve (Mann-Whitney with ties); 0.5 when a side is missing.
[[nodiscard]] double areaUnderRoc(std::span<const double> healthy, std::span<const double> faulty);

/// Average precision (sklearn.metrics.average_precision_score); 0 when a side is missing.
[[nodiscard]] double averagePrecision(std::span<const double> healthy,
                                      std::span<const double> faulty);

/// Volume under the PR surface over label tolerances 0..maxBuffer windows (Paparrizos et al. 2022):
/// mean over the buffer lengths of the average precision with labels softened by the square-root
/// ramp. `scores` and `labels` (0/1) run in time order.
[[nodiscard]] double volumeUnderPr(std::span<const double> scores,
                                   std::span<const char> labels,
                                   int maxBuffer);

} // namespace spall::evaluate
