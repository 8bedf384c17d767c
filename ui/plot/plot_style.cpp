// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_style.h"

#include <QFontMetricsF>
#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

QColor colour(Ink ink)
{
    return Theme::instance().colour(ink);
}

void styleAxis(QCPAxis& axis)
{
    axis.setBasePen(QPen(colour(Ink::Border), 1));
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelFont(labelFont());
    axis.setTickLabelColor(colour(Ink::TextMuted));
    axis.setLabelFont(labelFont());
    axis.setLabelColor(colour(Ink::TextMuted));
    axis.grid()->setPen(QPen(colour(Ink::Grid), 1));
    axis.grid()->setZeroLinePen(QPen(colour(Ink::Border), 1));
    axis.grid()->setAntialiased(false);
    axis.setAntialiased(false);
}

} // namespace

QColor faded(Ink ink, double opacity)
{
    QColor faint = colour(ink);
    faint.setAlphaF(static_cast<float>(opacity));
    return faint;
}

QColor heatColour(double share)
{
    const double inside = std::clamp(share, 0.0, 1.0);
    const bool isLow = inside < 0.6;
    const QColor from = colour(isLow ? Ink::Surface : Ink::Reconstruction);
    const QColor to = colour(isLow ? Ink::Reconstruction : Ink::Text);
    const double part = isLow ? inside / 0.6 : (inside - 0.6) / 0.4;
    const auto mixed = [part](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * part));
    };
    return {mixed(from.red(), to.red()),
            mixed(from.green(), to.green()),
            mixed(from.blue(), to.blue())};
}

QFont labelFont()
{
    return Theme::instance().font(TextSize::Small);
}

QFont boldLabelFont()
{
    return Theme::instance().font(TextSize::Small, QFont::DemiBold);
}

void styleCanvas(QCustomPlot& canvas)
{
    canvas.setBackground(QBrush(colour(Ink::Surface)));
    for (QCPAxis* axis : {canvas.xAxis, canvas.xAxis2, canvas.yAxis, canvas.yAxis2}) {
        styleAxis(*axis);
    }
}

void paintTag(QPainter& painter, QPointF rightMiddle, const QString& text, Ink ink)
{
    const QFont font = boldLabelFont();
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(text) + 14.0;
    const double height = metrics.height() + 4.0;
    const QRectF tag(rightMiddle.x() - width, rightMiddle.y() - height / 2.0, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(ink));
    painter.drawRoundedRect(tag, 3.0, 3.0);
    painter.setFont(font);
    painter.setPen(colour(Ink::OnAccent));
    painter.drawText(tag, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace spall::ui
