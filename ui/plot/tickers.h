// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;

namespace spall::ui {

/// Ticks at round times, labelled by `timeText`.
void useTimeTicks(QCPAxis& axis);

/// At most `count` ticks at round scores on an axis in `score_scale` coordinates.
void useScoreTicks(QCPAxis& axis, int count);

/// About `count` ticks at round numbers.
void useNumberTicks(QCPAxis& axis, int count);

} // namespace spall::ui
