// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/tickers.h"

#include <QMouseEvent>
#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr int kTitleInset = 6;
constexpr int kNames = 176; ///< width of the list on the right
constexpr int kNameRow = 14;
constexpr double kReach = 8.0; ///< of the pointer, in pixels

} // namespace

CurvePlot::CurvePlot(const CurveAxes& axes, QWidget* parent) : Plot(parent)
{
    canvas().axisRect()->setMargins({kPlotLeft, kTitleRow, kNames, kAxisRows});
    useNumberTicks(*canvas().xAxis, 6);
    useNumberTicks(*canvas().yAxis, 5);
    addPainter(
        canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) { paintCurves(painter); });
    addPainter(
        canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paintNames(painter); });
    setAxes(axes);
    restyle();
}

void CurvePlot::setAxes(const CurveAxes& axes)
{
    m_axes = axes;
    canvas().xAxis->setLabel(axes.across);
    setAccessibleName(axes.title);
    refresh();
}

void CurvePlot::setCurves(std::vector<Curve> curves)
{
    m_curves = std::move(curves);
    m_pointed = -1;
    m_message.clear();
    refresh();
}

void CurvePlot::setPoint(std::optional<QPointF> point)
{
    m_point = point;
    refresh();
}

void CurvePlot::setMessage(const QString& message)
{
    m_curves.clear();
    m_point.reset();
    m_message = message;
    refresh();
}

QSize CurvePlot::sizeHint() const
{
    return {420, 180};
}

void CurvePlot::fill()
{
    canvas().xAxis->setRangeReversed(m_axes.left > m_axes.right);
    canvas().xAxis->setRange(std::min(m_axes.left, m_axes.right),
                             std::max(m_axes.left, m_axes.right));
    canvas().yAxis->setRange(m_axes.bottom, m_axes.top);
}

QPolygonF CurvePlot::lineOf(const Curve& curve) const
{
    QPolygonF line;
    for (const QPointF& point : curve.points) {
        line << QPointF(canvas().xAxis->coordToPixel(point.x()),
                        canvas().yAxis->coordToPixel(point.y()));
    }
    return line;
}

void CurvePlot::paintCurves(QPainter& painter)
{
    if (m_curves.empty()) {
        painter.setFont(labelFont());
        painter.setPen(faded(Ink::TextMuted, 1.0));
        painter.drawText(
            plotArea().adjusted(8, 0, -8, 0), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](int at, const QPen& pen) {
        painter.setPen(pen);
        painter.drawPolyline(lineOf(m_curves[static_cast<std::size_t>(at)]));
    };
    const int count = static_cast<int>(m_curves.size());
    for (int at = 0; at < count; ++at) {
        if (!m_curves[static_cast<std::size_t>(at)].isOurs && at != m_pointed) {
            draw(at, QPen(faded(Ink::TextMuted, 0.55), 1));
        }
    }
    for (int at = 0; at < count; ++at) {
        if (m_curves[static_cast<std::size_t>(at)].isOurs) {
            draw(at, QPen(faded(Ink::Reconstruction, 1.0), 2));
        }
    }
    if (m_pointed >= 0) {
        draw(m_pointed, QPen(faded(Ink::Text, 1.0), 2));
    }
    if (m_point) {
        painter.setPen(QPen(faded(Ink::Surface, 1.0), 1.5));
        painter.setBrush(faded(Ink::Threshold, 1.0));
        painter.drawEllipse(QPointF(canvas().xAxis->coordToPixel(m_point->x()),
                                    canvas().yAxis->coordToPixel(m_point->y())),
                            5.0,
                            5.0);
    }
}

QRect CurvePlot::nameRow(int row) const
{
    const QRect area = plotArea();
    return {area.right() + 12, area.top() + row * kNameRow, kNames - 18, kNameRow};
}

void CurvePlot::paintNames(QPainter& painter)
{
    painter.setFont(boldLabelFont());
    painter.setPen(faded(Ink::Text, 1.0));
    QRect title(kTitleInset, 0, width() - 2 * kTitleInset, kTitleRow - 2);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, m_axes.title);
    title.setLeft(std::max(plotArea().left(),
                           title.left() + painter.fontMetrics().horizontalAdvance(m_axes.title) +
                               2 * kTitleInset));
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::TextMuted, 1.0));
    painter.drawText(title,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_axes.up, Qt::ElideRight, title.width()));
    for (int row = 0; row < static_cast<int>(m_curves.size()); ++row) {
        const Curve& curve = m_curves[static_cast<std::size_t>(row)];
        const QRect place = nameRow(row);
        if (place.bottom() > height()) {
            break;
        }
        const bool isBold = curve.isOurs || row == m_pointed;
        painter.setFont(isBold ? boldLabelFont() : labelFont());
        painter.setPen(faded(row == m_pointed ? Ink::Text
                             : curve.isOurs   ? Ink::Reconstruction
                                              : Ink::TextMuted,
                             1.0));
        const QString name =
            painter.fontMetrics().elidedText(curve.name, Qt::ElideRight, place.width() - 44);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, curve.value);
    }
}

int CurvePlot::curveAt(const QPointF& place) const
{
    for (int row = 0; row < static_cast<int>(m_curves.size()); ++row) {
        if (nameRow(row).contains(place.toPoint())) {
            return row;
        }
    }
    int nearest = -1;
    double least = kReach;
    for (int at = 0; plotArea().contains(place.toPoint()) && at < static_cast<int>(m_curves.size());
         ++at) {
        const QPolygonF line = lineOf(m_curves[static_cast<std::size_t>(at)]);
        for (const QPointF& point : line) {
            const double away = std::hypot(point.x() - place.x(), point.y() - place.y());
            if (away < least) {
                least = away;
                nearest = at;
            }
        }
    }
    return nearest;
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    const int pointed = curveAt(event->position());
    if (pointed != m_pointed) {
        m_pointed = pointed;
        refresh();
    }
}

void CurvePlot::leaveEvent(QEvent*)
{
    m_pointed = -1;
    refresh();
}

PlotTable CurvePlot::table() const
{
    std::vector<std::vector<double>> rows;
    for (std::size_t at = 0; at < m_curves.size(); ++at) {
        for (const QPointF& point : m_curves[at].points) {
            rows.push_back({static_cast<double>(at + 1), point.x(), point.y()});
        }
    }
    return tableOf({tr("curve"), m_axes.across, m_axes.up}, std::move(rows));
}

} // namespace spall::ui
