// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/time_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/tickers.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {
constexpr int kMarginTop = 4;
constexpr int kMarginBottom = 6;
constexpr int kMarginLabels = 20;
constexpr double kZoomStep = 0.8; ///< of one notch of the wheel
constexpr double kNotch = 120.0;
} // namespace

TimePlot::TimePlot(TimeAxis& axis, TimeLabels labels, QWidget* parent) : Plot(parent), m_axis(axis)
{
    useTimeTicks(*canvas().xAxis);
    setTimeLabels(labels);
    addPainter(
        canvas(), kCursorLayer, Clip::Inside, [this](QPainter& painter) { paintCursor(painter); });
    connect(&m_axis, &TimeAxis::viewChanged, this, &TimePlot::onViewChanged);
    connect(&m_axis, &TimeAxis::wholeChanged, this, &TimePlot::refresh);
    connect(&m_axis, &TimeAxis::cursorChanged, this, &TimePlot::refreshCursor);
}

void TimePlot::setTimeLabels(TimeLabels labels)
{
    const bool labelled = labels == TimeLabels::Shown;
    canvas().axisRect()->setMargins(
        {kPlotLeft, kMarginTop, kPlotRight, labelled ? kMarginLabels : kMarginBottom});
    canvas().xAxis->setTickLabels(labelled);
    refresh();
}

double TimePlot::timeAt(double x) const
{
    const QRect area = plotArea();
    const TimeRange shown = shownRange();
    return shown.first + (x - area.left()) / std::max(1, area.width()) * shown.length();
}

double TimePlot::xAt(double time) const
{
    const QRect area = plotArea();
    const TimeRange shown = shownRange();
    return area.left() + (time - shown.first) / shown.length() * area.width();
}

QSize TimePlot::sizeHint() const
{
    return {600, 140};
}

void TimePlot::refreshCursor()
{
    repaintLayer(canvas(), kCursorLayer);
}

TimeRange TimePlot::shownRange() const
{
    return m_axis.view();
}

void TimePlot::onViewChanged()
{
    refresh();
}

void TimePlot::paintCursor(QPainter& painter)
{
    if (m_axis.mark()) {
        const double x = xAt(*m_axis.mark());
        painter.setPen(QPen(faded(Ink::Threshold, 0.9), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plotArea().top()), QPointF(x, plotArea().bottom()));
    }
    if (!m_axis.cursor()) {
        return;
    }
    const int x = static_cast<int>(std::lround(xAt(*m_axis.cursor())));
    painter.setPen(QPen(faded(Ink::Text, 0.45), 1));
    painter.drawLine(x, plotArea().top(), x, plotArea().bottom());
}

void TimePlot::fill()
{
    const TimeRange shown = shownRange();
    canvas().xAxis->setRange(shown.first, shown.last);
    fillView();
}

void TimePlot::wheelEvent(QWheelEvent* event)
{
    const double sideways = event->angleDelta().x();
    const double notches = event->angleDelta().y() / kNotch;
    if (event->modifiers().testFlag(Qt::ShiftModifier) ||
        std::abs(sideways) > std::abs(notches) * kNotch) {
        const double moved = (sideways != 0.0 ? sideways / kNotch : notches) * 0.1;
        m_axis.pan(-moved * m_axis.view().length());
    } else {
        m_axis.zoom(std::pow(kZoomStep, notches), timeAt(event->position().x()));
    }
    event->accept();
}

void TimePlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_panning = true;
    m_panFrom = event->position();
    m_panView = m_axis.view();
}

void TimePlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panning && event->buttons().testFlag(Qt::LeftButton)) {
        setCursor(Qt::ClosedHandCursor);
        const double moved =
            (event->position().x() - m_panFrom.x()) / std::max(1, plotArea().width());
        const double wanted = m_panView.first - moved * m_panView.length();
        m_axis.pan(wanted - m_axis.view().first);
    }
    const bool inside = plotArea().contains(event->position().toPoint());
    m_axis.setCursor(inside ? std::optional(timeAt(event->position().x())) : std::nullopt);
}

void TimePlot::mouseReleaseEvent(QMouseEvent*)
{
    m_panning = false;
    unsetCursor();
}

void TimePlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_axis.showWhole();
    }
}

void TimePlot::leaveEvent(QEvent*)
{
    m_axis.setCursor(std::nullopt);
}

} // namespace spall::ui
