// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/trend_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/time_text.h"
#include "ui/text/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr double kRowGap = 4.0;
constexpr int kAlarmStrip = 16;  ///< above the lines, for the words beside the first alarm
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
    margins.setTop(kAlarmStrip);
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
    if (!m_lines.places.empty()) {
        return {m_lines.times.front(), m_lines.times.back()};
    }
    return axis().whole(); // a trend is about the whole; the view is marked in it
}

double TrendPlot::xOf(double time) const
{
    const auto& places = m_lines.places;
    if (places.empty()) {
        return xAt(time);
    }
    const auto after = std::upper_bound(places.begin(), places.end(), time);
    return xAt(m_lines.times[static_cast<std::size_t>(
        std::max<std::ptrdiff_t>(0, after - places.begin() - 1))]);
}

void TrendPlot::wheelEvent(QWheelEvent* event)
{
    if (m_lines.places.empty()) {
        TimePlot::wheelEvent(event);
    }
}

void TrendPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_lines.places.empty()) {
        TimePlot::mouseMoveEvent(event);
        return;
    }
    const double pointed = timeAt(event->position().x());
    const auto& times = m_lines.times;
    const auto nearest = std::min_element(times.begin(), times.end(), [&](double a, double b) {
        return std::abs(a - pointed) < std::abs(b - pointed);
    });
    axis().setCursor(m_lines.places[static_cast<std::size_t>(nearest - times.begin())]);
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
    const double x = xOf(*m_lines.firstAlarm);
    painter.setPen(QPen(faded(Ink::Alarm, 1.0), 2, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setFont(boldLabelFont());
    painter.setPen(faded(Ink::Alarm, 1.0));
    const QString text = tr("first alarm %1")
                             .arg(m_lines.firstAlarmPlace.isEmpty() ? clockText(*m_lines.firstAlarm)
                                                                    : m_lines.firstAlarmPlace);
    const double wide = painter.fontMetrics().horizontalAdvance(text);
    // Above the lines, in a strip of its own.
    const double left = std::clamp(x - wide / 2.0, 4.0, std::max(4.0, width() - wide - 4.0));
    painter.drawText(QPointF(left, area.top() - 4.0), text);
}

void TrendPlot::paintCursor(QPainter& painter)
{
    const TimeRange view = axis().view();
    const QRect area = plotArea();
    if (!(view == axis().whole())) {
        const double left = xOf(view.first);
        painter.fillRect(
            QRectF(left, area.top(), std::max(2.0, xOf(view.last) - left), area.height()),
            faded(Ink::Reconstruction, 0.15));
    }
    if (m_lines.places.empty()) {
        TimePlot::paintCursor(painter);
    } else if (axis().cursor()) {
        const double x = xOf(*axis().cursor());
        painter.setPen(QPen(faded(Ink::Text, 0.45), 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

PlotTable TrendPlot::table() const
{
    QStringList columns{tr("time, s")};
    std::vector<std::vector<double>> rows;
    for (const TrendLine& line : m_lines.lines) {
        columns << (line.unit.isEmpty() ? line.name
                                        : QStringLiteral("%1, %2").arg(line.name, line.unit));
    }
    for (std::size_t at = 0; at < m_lines.times.size(); ++at) {
        std::vector<double> row{m_lines.times[at]};
        for (const TrendLine& line : m_lines.lines) {
            row.push_back(at < line.values.size() ? line.values[at]
                                                  : std::numeric_limits<double>::quiet_NaN());
        }
        rows.push_back(std::move(row));
    }
    return tableOf(std::move(columns), std::move(rows));
}

} // namespace spall::ui
