// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/minimap_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"

#include <QMouseEvent>
#include <QPainter>
#include <qcustomplot.h>

#include <cmath>
#include <utility>

namespace spall::ui {

namespace {
constexpr int kAlarmRow = 6; ///< pixels under the signal kept for the ticks
constexpr double kSmallestFrame = 4.0;
} // namespace

MinimapPlot::MinimapPlot(TimeAxis& axis, QWidget* parent)
    : TimePlot(axis, TimeLabels::Hidden, parent)
{
    canvas().addGraph();
    canvas().graph(0)->setAdaptiveSampling(false);
    for (QCPAxis* side : {canvas().xAxis, canvas().yAxis}) {
        side->setVisible(false);
        side->grid()->setVisible(false);
    }
    addPainter(
        canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) { paintAlarms(painter); });
    setAccessibleName(tr("Whole recording"));
    setToolTip(tr("The whole recording. Drag the frame to move the view; ticks mark alarms."));
    restyle();
}

void MinimapPlot::setSignal(const SignalSource& source)
{
    m_signal = source;
    refresh();
}

void MinimapPlot::setWindows(WindowScoresPtr windows)
{
    m_windows = std::move(windows);
    refresh();
}

QSize MinimapPlot::sizeHint() const
{
    return {600, 44};
}

void MinimapPlot::restyle()
{
    TimePlot::restyle();
    canvas().graph(0)->setPen(QPen(faded(Ink::Signal, 0.75), 1));
}

TimeRange MinimapPlot::shownRange() const
{
    return axis().whole();
}

void MinimapPlot::onViewChanged()
{
    refreshCursor();
}

void MinimapPlot::fillView()
{
    QCPGraph& line = *canvas().graph(0);
    line.data()->clear();
    if (m_signal.isEmpty()) {
        return;
    }
    const ColumnGrid grid = columnGrid(
        shownRange(), m_signal.rate(), m_signal.recording->sampleCount(), pixelColumns());
    const Trace trace = traceOf(columnExtremes(m_signal, grid), grid);
    line.setAntialiased(!trace.isDense);
    line.setData(trace.time, trace.value, true);
    canvas().yAxis->rescale();
    const double room =
        canvas().yAxis->range().size() / std::max(1, plotArea().height() - kAlarmRow);
    canvas().yAxis->setRange(canvas().yAxis->range().lower - room * kAlarmRow,
                             canvas().yAxis->range().upper);
}

void MinimapPlot::paintAlarms(QPainter& painter)
{
    if (!m_windows) {
        return;
    }
    const QRect area = plotArea();
    for (const WindowCell& cell : visibleCells(*m_windows, shownRange(), area.width())) {
        if (cell.isAlarm) {
            const int left = static_cast<int>(std::lround(xAt(cell.time.first)));
            const int right = static_cast<int>(std::lround(xAt(cell.time.last)));
            painter.fillRect(left,
                             area.bottom() - kAlarmRow + 2,
                             std::max(1, right - left),
                             kAlarmRow - 1,
                             faded(Ink::Alarm, 1.0));
        }
    }
}

void MinimapPlot::paintCursor(QPainter& painter)
{
    const TimeRange view = axis().view();
    if (!(view == axis().whole())) {
        const QRect area = plotArea();
        const double left = xAt(view.first);
        const double width = std::max(kSmallestFrame, xAt(view.last) - left);
        const QRectF frame(left, area.top(), width, area.height());
        painter.fillRect(frame, faded(Ink::Reconstruction, 0.16));
        painter.setPen(QPen(faded(Ink::Reconstruction, 0.9), 1));
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    TimePlot::paintCursor(painter);
}

void MinimapPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const double time = timeAt(event->position().x());
    const TimeRange view = axis().view();
    m_grabbed = view.contains(time) ? time - (view.first + view.last) / 2.0 : 0.0;
    axis().centre(time - m_grabbed);
}

void MinimapPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        axis().centre(timeAt(event->position().x()) - m_grabbed);
    }
    TimePlot::mouseMoveEvent(event);
}

} // namespace spall::ui
