// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;

namespace spall::ui {

/// Ticks at round times, labelled by `timeText`.
void useTimeTicks(QCPAxis& axis);

/// Ticks at round scores on an axis in `score_scale` coordinates.
void useScoreTicks(QCPAxis& axis);

/// About `count` ticks at round numbers.
void useNumberTicks(QCPAxis& axis, int count);

} // namespace spall::ui
