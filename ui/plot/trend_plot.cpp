// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/trend_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/time_text.h"
#include "ui/text/format.h"

#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr double kRowGap = 4.0;
constexpr int kRangeWidth = 136; ///< right of the lines, for their smallest and largest value

/// Smallest and largest finite value.
std::pair<double, double> extremes(const std::vector<double>& values)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    return {low, high};
}

} // namespace

TrendPlot::TrendPlot(TimeAxis& axis, QWidget* parent) : TimePlot(axis, TimeLabels::Shown, parent)
{
    // A trend shows the whole, so it need not line up with the views above.
    QMargins margins = canvas().axisRect()->margins();
    margins.setRight(kRangeWidth);
    canvas().axisRect()->setMargins(margins);
    canvas().yAxis->setTicks(false);
    canvas().yAxis->grid()->setVisible(false);
    addPainter(
        canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paintLines(painter); });
    setAccessibleName(tr("Trend"));
    restyle();
}

void TrendPlot::setLines(TrendLines lines)
{
    m_lines = std::move(lines);
    m_message.clear();
    refresh();
}

void TrendPlot::setMessage(const QString& message)
{
    m_lines = {};
    m_message = message;
    refresh();
}

QSize TrendPlot::sizeHint() const
{
    return {600, 180};
}

TimeRange TrendPlot::shownRange() const
{
    return axis().whole(); // a trend is about the whole; the view is marked in it
}

void TrendPlot::onViewChanged()
{
    refreshCursor();
}

void TrendPlot::fillView() {}

QRectF TrendPlot::rowOf(std::size_t line) const
{
    const QRectF area = plotArea();
    const double height =
        area.height() / static_cast<double>(std::max<std::size_t>(1, m_lines.lines.size()));
    return {area.left(),
            area.top() + static_cast<double>(line) * height + kRowGap / 2.0,
            area.width(),
            height - kRowGap};
}

void TrendPlot::paintLines(QPainter& painter)
{
    painter.setFont(labelFont());
    if (m_lines.times.empty()) {
        painter.setPen(faded(Ink::TextMuted, 1.0));
        painter.drawText(plotArea(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    for (std::size_t line = 0; line < m_lines.lines.size(); ++line) {
        paintLine(painter, m_lines.lines[line], rowOf(line));
    }
    paintFirstAlarm(painter);
}

void TrendPlot::paintLine(QPainter& painter, const TrendLine& line, const QRectF& row)
{
    const auto [low, high] = extremes(line.values);
    painter.setPen(faded(Ink::TextMuted, 1.0));
    painter.drawText(QRectF(0.0, row.top(), kPlotLeft - 6.0, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter,
                     line.name);
    if (!(low <= high)) {
        return;
    }
    painter.setPen(QPen(faded(Ink::Grid, 1.0), 1));
    painter.drawLine(row.bottomLeft(), row.bottomRight());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(faded(Ink::Signal, 1.0), 1.2));
    const double span = high > low ? high - low : 1.0;
    QPolygonF piece;
    for (std::size_t at = 0; at <= m_lines.times.size(); ++at) {
        const bool isDrawn =
            at < m_lines.times.size() && at < line.values.size() && std::isfinite(line.values[at]);
        if (isDrawn) {
            piece << QPointF(xAt(m_lines.times[at]),
                             row.bottom() - (line.values[at] - low) / span * (row.height() - 2.0));
        } else if (!piece.isEmpty()) {
            painter.drawPolyline(piece);
            piece.clear();
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(faded(Ink::TextMuted, 1.0));
    const QString range =
        QStringLiteral("%1 – %2 %3").arg(numberText(low), numberText(high), line.unit);
    painter.drawText(QRectF(row.right() + 8.0, row.top(), kRangeWidth - 10.0, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     range);
}

void TrendPlot::paintFirstAlarm(QPainter& painter)
{
    if (!m_lines.firstAlarm) {
        return;
    }
    const QRect area = plotArea();
    const double x = xAt(*m_lines.firstAlarm);
    painter.setPen(QPen(faded(Ink::Alarm, 1.0), 2, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setFont(boldLabelFont());
    painter.setPen(faded(Ink::Alarm, 1.0));
    const QString text = tr("first alarm %1")
                             .arg(m_lines.firstAlarmPlace.isEmpty() ? clockText(*m_lines.firstAlarm)
                                                                    : m_lines.firstAlarmPlace);
    const double wide = painter.fontMetrics().horizontalAdvance(text);
    const bool isRoomRight = x + 6.0 + wide < area.right();
    painter.drawText(QPointF(isRoomRight ? x + 6.0 : x - 6.0 - wide, area.top() + 12.0), text);
}

void TrendPlot::paintCursor(QPainter& painter)
{
    const TimeRange view = axis().view();
    if (!(view == axis().whole())) {
        const QRect area = plotArea();
        painter.fillRect(
            QRectF(xAt(view.first), area.top(), xAt(view.last) - xAt(view.first), area.height()),
            faded(Ink::Reconstruction, 0.15));
    }
    TimePlot::paintCursor(painter);
}

PlotTable TrendPlot::table() const
{
    PlotTable table{{tr("time, s")}, {}};
    for (const TrendLine& line : m_lines.lines) {
        table.columns << (line.unit.isEmpty() ? line.name
                                              : QStringLiteral("%1, %2").arg(line.name, line.unit));
    }
    for (std::size_t at = 0; at < m_lines.times.size(); ++at) {
        std::vector<double> row{m_lines.times[at]};
        for (const TrendLine& line : m_lines.lines) {
            row.push_back(at < line.values.size() ? line.values[at]
                                                  : std::numeric_limits<double>::quiet_NaN());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace spall::ui
