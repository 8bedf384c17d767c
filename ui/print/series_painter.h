// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/axis.h"

#include <QRectF>

class QPainter;

namespace spall::ui::print {

/// Where the values of a figure land on paper.
struct Plot {
    report::Frame frame;
    QRectF area; ///< inside the axes

    [[nodiscard]] double x(double value) const
    {
        return area.left() + frame.x.place(value) * area.width();
    }
    [[nodiscard]] double y(double value) const
    {
        return area.bottom() - frame.y.place(value) * area.height();
    }
};

/// Paints a series that holds finite values only, in its style and colour.
void paintSeries(QPainter& painter, const Plot& plot, const report::Series& series);

} // namespace spall::ui::print
