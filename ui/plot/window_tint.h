// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/window_scores.h"

#include <functional>

class QPainter;
class QRect;

namespace spall::ui {

/// Tints the background of a signal by the score of its windows: the further above the threshold,
/// the stronger, and a solid line along the top where windows are alarms, so that it is not colour
/// alone. `xAt` gives the pixel of a time.
void paintWindowTint(QPainter& painter,
                     const QRect& area,
                     const WindowScores& windows,
                     const std::vector<WindowCell>& cells,
                     const std::function<double(double)>& xAt);

} // namespace spall::ui
