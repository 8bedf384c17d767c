// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/series_painter.h"

#include "ui/print/print_style.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>

namespace spall::ui::print {

namespace {

using report::Series;

constexpr double kThinnestBar = 0.5 * kPoint;
constexpr double kThinnestAlarm = 1.4 * kPoint; ///< so that one alarm in an hour is seen

QPointF at(const Plot& plot, const Series& series, std::size_t i)
{
    return {plot.x(series.x[i]), plot.y(series.y[i])};
}

void paintLine(QPainter& painter, const Plot& plot, const Series& series)
{
    QPolygonF line;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        if (series.style == Series::Style::Steps && i > 0) {
            line << QPointF(plot.x(series.x[i]), plot.y(series.y[i - 1]));
        }
        line << at(plot, series, i);
    }
    const double width = series.colour == "signal" ? 0.45 : 1.1;
    painter.setPen(
        QPen(inkOf(series.colour), width * kPoint, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

void paintBand(QPainter& painter, const Plot& plot, const Series& series)
{
    QPolygonF outline;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        outline << QPointF(plot.x(series.x[i]), plot.y(series.high[i]));
    }
    for (std::size_t i = series.x.size(); i-- > 0;) {
        outline << at(plot, series, i);
    }
    QColor ink = inkOf(series.colour);
    ink.setAlphaF(0.22F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(outline);
}

/// All bars as one path: thousands of them stay a few kilobytes.
void paintBars(QPainter& painter, const Plot& plot, const Series& series)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const double half = 0.5 * series.barWidth;
    const double thinnest = series.colour == "alarm" ? kThinnestAlarm : kThinnestBar;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        const double left = plot.x(series.x[i] - half);
        const double width = plot.x(series.x[i] + half) - left;
        // A hair of white between bars that are wide enough to be told apart.
        const double gap = width > 3.0 * kPoint ? 0.12 * width : 0.0;
        const double top = plot.y(series.y[i]);
        path.addRect(QRectF(left + 0.5 * gap,
                            top,
                            std::max(width - gap, thinnest),
                            std::max(plot.area.bottom() - top, 0.0)));
    }
    QColor ink = inkOf(series.colour);
    ink.setAlphaF(0.8F);
    painter.fillPath(path, ink);
}

/// Few points are large; many are small and let each other through.
void paintPoints(QPainter& painter, const Plot& plot, const Series& series)
{
    constexpr std::size_t kFew = 12;
    const bool isFew = series.x.size() <= kFew;
    const double radius = (isFew ? 2.6 : 1.1) * kPoint;
    QColor ink = inkOf(series.colour);
    ink.setAlphaF(isFew ? 1.0F : 0.55F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        painter.drawEllipse(at(plot, series, i), radius, radius);
    }
}

} // namespace

void paintSeries(QPainter& painter, const Plot& plot, const Series& series)
{
    painter.setBrush(Qt::NoBrush);
    switch (series.style) {
    case Series::Style::Line:
    case Series::Style::Steps:
        paintLine(painter, plot, series);
        return;
    case Series::Style::Band:
        paintBand(painter, plot, series);
        return;
    case Series::Style::Bars:
        paintBars(painter, plot, series);
        return;
    case Series::Style::Points:
        paintPoints(painter, plot, series);
        return;
    }
}

} // namespace spall::ui::print
