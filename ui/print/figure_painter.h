// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QRectF>

class QPainter;

namespace spall::ui::print {

/// Paints a figure as vectors into `area` (layout units): axes with units, series, marks and direct
/// labels; its title and caption are left to the caller. Long series are thinned to what the area
/// can show, so that a PDF stays small.
void paintFigure(QPainter& painter, const report::Figure& figure, const QRectF& area);

} // namespace spall::ui::print
