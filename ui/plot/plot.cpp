// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/view_export.h"

#include <QContextMenuEvent>
#include <QResizeEvent>
#include <qcustomplot.h>

#include <algorithm>

namespace spall::ui {

Plot::Plot(QWidget* parent) : QWidget(parent), m_canvas(new QCustomPlot(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    m_canvas->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->axisRect()->setAutoMargins(QCP::msNone);
    m_canvas->axisRect()->setMinimumSize(20, 10);
    addLayers(*m_canvas);
    styleCanvas(*m_canvas);
    connect(m_canvas, &QCustomPlot::afterLayout, this, [this] {
        fill();
        // Ticks were made before the layout, from the ranges of the last frame.
        m_canvas->plotLayout()->update(QCPLayoutElement::upPreparation);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        restyle();
        refresh();
    });
}

QRect Plot::plotArea() const
{
    return m_canvas->axisRect()->rect();
}

void Plot::refresh()
{
    // On a tab that is not shown nothing is drawn; showing it draws what it missed.
    const bool isCovered = !isVisible() && window()->isVisible();
    if (!m_canvas->size().isEmpty() && !isCovered) {
        m_canvas->replot(QCustomPlot::rpQueuedReplot);
    }
}

void Plot::restyle()
{
    styleCanvas(*m_canvas);
}

void Plot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_canvas->setBufferDevicePixelRatio(devicePixelRatioF());
    if (!rect().isEmpty()) { // a plot without a size cannot be painted
        m_canvas->setGeometry(rect());
    }
}

void Plot::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void Plot::contextMenuEvent(QContextMenuEvent* event)
{
    offerExport(*this, event->globalPos());
    event->accept();
}

void Plot::paintOn(QPaintDevice& device, int top, const std::function<void(QPainter&)>& before)
{
    QCPPainter painter;
    painter.begin(&device);
    before(painter);
    painter.translate(0, top);
    m_canvas->toPainter(&painter, width(), height());
    painter.end();
}

int Plot::pixelColumns() const
{
    return std::max(1, static_cast<int>(plotArea().width() * devicePixelRatioF()));
}

} // namespace spall::ui
