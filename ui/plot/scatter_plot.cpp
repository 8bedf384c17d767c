// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/scatter_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/score_scale.h"
#include "ui/plot/tickers.h"

#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

enum Cloud { Healthy, Faulty };
constexpr int kTitleRow = 20; ///< above the plot
constexpr int kAxisRows = 36; ///< ticks and title of the lower axis

QVector<double> onAxis(const QVector<double>& scores)
{
    QVector<double> places;
    places.reserve(scores.size());
    for (const double score : scores) {
        places.push_back(score_scale::toAxis(score));
    }
    return places;
}

} // namespace

ScatterPlot::ScatterPlot(QWidget* parent) : Plot(parent)
{
    canvas().axisRect()->setMargins({kPlotLeft, kTitleRow, kPlotRight, kAxisRows});
    while (canvas().graphCount() <= Faulty) {
        canvas().addGraph()->setLineStyle(QCPGraph::lsNone);
    }
    useScoreTicks(*canvas().xAxis, 16);
    useScoreTicks(*canvas().yAxis, 7);
    canvas().xAxis->setLabel(tr("reconstruction score, σ of healthy"));
    addPainter(canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) {
        paintThreshold(painter);
    });
    addPainter(
        canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paintTitles(painter); });
    setAccessibleName(tr("Reconstruction against critic score"));
    setToolTip(
        tr("Each window by its two scores. Beyond the purple line it is above the threshold."));
    restyle();
}

void ScatterPlot::setPoints(const ScatterPoints& healthy, const ScatterPoints& faulty)
{
    canvas().graph(Healthy)->setData(onAxis(healthy.rec), onAxis(healthy.critic));
    canvas().graph(Faulty)->setData(onAxis(faulty.rec), onAxis(faulty.critic));
    refresh();
}

void ScatterPlot::setRule(score::Fusion fusion, double lambda, double threshold)
{
    m_fusion = fusion;
    m_lambda = lambda;
    m_threshold = threshold;
    refresh();
}

double ScatterPlot::excess(double rec, double critic) const
{
    return score::fuse({{rec}, {critic}}, m_fusion, m_lambda).front() - m_threshold;
}

QSize ScatterPlot::sizeHint() const
{
    return {600, 180};
}

void ScatterPlot::restyle()
{
    Plot::restyle();
    canvas().graph(Healthy)->setScatterStyle({QCPScatterStyle::ssCircle,
                                              QPen(faded(Ink::Healthy, 0.8), 1),
                                              faded(Ink::Healthy, 0.3),
                                              5.0});
    canvas().graph(Faulty)->setScatterStyle({QCPScatterStyle::ssTriangle,
                                             QPen(faded(Ink::Alarm, 0.8), 1),
                                             faded(Ink::Alarm, 0.3),
                                             6.0});
}

void ScatterPlot::fill()
{
    canvas().rescaleAxes();
    for (QCPAxis* side : {canvas().xAxis, canvas().yAxis}) {
        side->setRange(std::min(-1.0, side->range().lower) - 0.2,
                       std::max(1.5, side->range().upper) + 0.2);
    }
}

void ScatterPlot::paintThreshold(QPainter& painter)
{
    // Where the sign of (fused − threshold) changes along each column; holds for every fusion.
    const QRect area = plotArea();
    QPolygonF line;
    const auto isAbove = [this](double x, double y) {
        return excess(score_scale::toScore(canvas().xAxis->pixelToCoord(x)),
                      score_scale::toScore(canvas().yAxis->pixelToCoord(y))) > 0.0;
    };
    for (int x = area.left(); x <= area.right(); x += 2) {
        double bottom = area.bottom() + area.height();
        double top = area.top() - area.height();
        if (isAbove(x, bottom) == isAbove(x, top)) {
            continue;
        }
        const bool isTopAbove = isAbove(x, top);
        for (int step = 0; step < 20; ++step) {
            const double middle = (bottom + top) / 2.0;
            (isAbove(x, middle) == isTopAbove ? top : bottom) = middle;
        }
        line << QPointF(x, (bottom + top) / 2.0);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(faded(Ink::Threshold, 1.0), 2));
    if (line.size() > 1) {
        painter.drawPolyline(line);
        return;
    }
    // Only the reconstruction counts: the line stands upright, between columns.
    const double x = canvas().xAxis->coordToPixel(score_scale::toAxis(m_threshold));
    if (m_fusion != score::Fusion::Critic) {
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void ScatterPlot::paintTitles(QPainter& painter)
{
    QRect row(plotArea().left(), 0, plotArea().width(), kTitleRow - 2);
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::TextMuted, 1.0));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("critic score, σ of healthy"));
    painter.setFont(boldLabelFont());
    const auto paint = [&](const QString& text, Ink ink) {
        painter.setPen(faded(ink, 1.0));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, text);
        row.setRight(row.right() - painter.fontMetrics().horizontalAdvance(text) - 14);
    };
    const auto count = [this](Cloud cloud) {
        return canvas().graph(cloud)->dataCount();
    };
    paint(tr("△ faulty %1").arg(count(Faulty)), Ink::Alarm);
    paint(tr("○ healthy %1").arg(count(Healthy)), Ink::Healthy);
}

} // namespace spall::ui
