// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/painted_layer.h"

#include <qcustomplot.h>

#include <utility>

namespace spall::ui {

namespace {

class PaintedLayerable : public QCPLayerable {
public:
    PaintedLayerable(QCustomPlot& canvas,
                     const char* layer,
                     Clip clip,
                     std::function<void(QPainter&)> paint)
        : QCPLayerable(&canvas, QString::fromLatin1(layer)), m_clip(clip), m_paint(std::move(paint))
    {
    }

protected:
    QRect clipRect() const override
    {
        return m_clip == Clip::Inside ? mParentPlot->axisRect()->rect() : mParentPlot->viewport();
    }

    void applyDefaultAntialiasingHint(QCPPainter* painter) const override
    {
        applyAntialiasingHint(painter, mAntialiased, QCP::aeOther);
    }

    void draw(QCPPainter* painter) override
    {
        painter->save();
        painter->setAntialiasing(false);
        m_paint(*painter);
        painter->restore();
    }

private:
    Clip m_clip;
    std::function<void(QPainter&)> m_paint;
};

} // namespace

void addLayers(QCustomPlot& canvas)
{
    canvas.addLayer(
        QLatin1String(kTintLayer), canvas.layer(QStringLiteral("grid")), QCustomPlot::limBelow);
    canvas.addLayer(
        QLatin1String(kBarsLayer), canvas.layer(QStringLiteral("main")), QCustomPlot::limBelow);
    canvas.addLayer(
        QLatin1String(kMarksLayer), canvas.layer(QStringLiteral("axes")), QCustomPlot::limAbove);
    canvas.addLayer(QLatin1String(kCursorLayer));
    canvas.layer(QLatin1String(kCursorLayer))->setMode(QCPLayer::lmBuffered);
}

void addPainter(QCustomPlot& canvas,
                const char* layer,
                Clip clip,
                std::function<void(QPainter&)> paint)
{
    new PaintedLayerable(canvas, layer, clip, std::move(paint)); // owned by the canvas
}

void repaintLayer(QCustomPlot& canvas, const char* layer)
{
    canvas.layer(QLatin1String(layer))->replot();
}

} // namespace spall::ui
