// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall::ui {

/// Where a score stands on an axis: linear near healthy, logarithmic far above it, so that a
/// threshold of 2 and a fault of 200 healthy deviations are both readable. The score plot, the
/// histograms and the slider share this scale.
namespace score_scale {

/// asinh(score / 2): bends at twice the healthy deviation.
[[nodiscard]] double toAxis(double score);

/// Inverse of `toAxis`.
[[nodiscard]] double toScore(double axis);

} // namespace score_scale

} // namespace spall::ui
