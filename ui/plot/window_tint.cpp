// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/window_tint.h"

#include "ui/plot/plot_style.h"
#include "ui/plot/score_scale.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr double kFaintest = 0.07;
constexpr double kStrongest = 0.26;
constexpr int kAlarmLine = 3;

/// Opacity of a window's tint; 0 below the threshold.
double opacity(const WindowScores& windows, const WindowCell& cell)
{
    if (!isAbove(windows, cell)) {
        return 0.0;
    }
    if (!windows.threshold) {
        return kStrongest;
    }
    const double above = score_scale::toAxis(cell.score) - score_scale::toAxis(*windows.threshold);
    return kFaintest + (kStrongest - kFaintest) * std::min(1.0, above / 3.0);
}

} // namespace

void paintWindowTint(QPainter& painter,
                     const QRect& area,
                     const WindowScores& windows,
                     const std::vector<WindowCell>& cells,
                     const std::function<double(double)>& xAt)
{
    for (const WindowCell& cell : cells) {
        const int left = static_cast<int>(std::lround(xAt(cell.time.first)));
        const int width = std::max(1, static_cast<int>(std::lround(xAt(cell.time.last))) - left);
        const double strength = opacity(windows, cell);
        if (strength > 0.0) {
            painter.fillRect(left, area.top(), width, area.height(), faded(Ink::Alarm, strength));
        }
        if (cell.isAlarm) {
            painter.fillRect(left, area.top(), width, kAlarmLine, faded(Ink::Alarm, 1.0));
        }
    }
}

} // namespace spall::ui
