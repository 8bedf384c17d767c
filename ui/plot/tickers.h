// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;

namespace spall::ui {

/// The smallest of the steps 1, 2, 2.5 and 5 times a power of ten, from `step` on, at which ticks
/// stand at least `needed` pixels apart.
[[nodiscard]] double roomyStep(double step, double pixelsAUnit, double needed);

/// Ticks at round times, labelled by `timeText`. All of these leave ticks out where their numbers
/// would not fit beside each other.
void useTimeTicks(QCPAxis& axis);

/// At most `count` ticks at round scores on an axis in `score_scale` coordinates.
void useScoreTicks(QCPAxis& axis, int count);

/// About `count` ticks at round numbers.
void useNumberTicks(QCPAxis& axis, int count);

} // namespace spall::ui
