// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace spall::evaluate {

/// A point of a curve: false-alarm rate and recall (ROC), or recall and precision (PR). An alarm is
/// a score above `threshold`, so a threshold taken from a curve gives just this point.
struct CurvePoint {
    double x = 0.0;
    double y = 0.0;
    double threshold = 0.0;
};

/// ROC curve from (0,0) to (1,1), ties kept together (sklearn.metrics.roc_curve, drop_intermediate
/// off). Empty when a side is missing.
[[nodiscard]] std::vector<CurvePoint> rocCurve(std::span<const double> healthy,
                                               std::span<const double> faulty);

/// Precision over recall from (0,1) to full recall and on to everything alarmed: the points of
/// sklearn.metrics.precision_recall_curve in the other direction. Empty when a side is missing.
[[nodiscard]] std::vector<CurvePoint> precisionRecallCurve(std::span<const double> healthy,
                                                           std::span<const double> faulty);

/// Area under the ROC curve (Mann-Whitney with ties); 0.5 when a side is missing.
[[nodiscard]] double areaUnderRoc(std::span<const double> healthy, std::span<const double> faulty);

/// Average precision (sklearn.metrics.average_precision_score); 0 when a side is missing.
[[nodiscard]] double averagePrecision(std::span<const double> healthy,
                                      std::span<const double> faulty);

/// Volume under the PR surface (VUS-PR, Paparrizos et al. 2022): mean over the buffer lengths
/// l = 0..maxBuffer, in windows, of a range-aware average precision. `scores` and `labels` (0/1)
/// run in time order; 0 when either class is missing.
///
/// For one l, labels y become soft labels r: 1 inside an event, sqrt(1 - d/l) at the distance
/// 1 <= d <= l/2 from the nearest one, 0 elsewhere. With A the windows at or above a threshold,
/// precision = sum_A r / |A|, recall = min(1, sum_A r / ((sum y + sum r)/2)) times the share of the
/// events (connected parts of r > 0) with a window in A. The area is sum (R_n - R_{n-1})·P_n over
/// all distinct scores. At l = 0 with a single event this is `averagePrecision`; for l > 0 even a
/// score equal to the labels stays below 1, because the buffers ask for more than the event.
[[nodiscard]] double
volumeUnderPr(std::span<const double> scores, std::span<const char> labels, int maxBuffer);

} // namespace spall::evaluate
