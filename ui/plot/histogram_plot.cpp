// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/histogram_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/score_scale.h"
#include "ui/text/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr int kBins = 56;
constexpr int kTextRow = 16; ///< above the bars

/// Counts of ascending scores in equal steps of the axis, divided by the largest.
std::vector<double> binned(const std::vector<double>& scores, ScoreRange range)
{
    const double low = score_scale::toAxis(range.low);
    const double step = (score_scale::toAxis(range.high) - low) / kBins;
    std::vector<double> bins;
    auto from = scores.begin();
    for (int bin = 0; bin < kBins; ++bin) {
        const double edge = score_scale::toScore(low + step * (bin + 1));
        const auto to =
            bin + 1 == kBins ? scores.end() : std::upper_bound(from, scores.end(), edge);
        bins.push_back(static_cast<double>(to - from));
        from = to;
    }
    const double peak = *std::max_element(bins.begin(), bins.end());
    for (double& bin : bins) {
        bin /= std::max(1.0, peak);
    }
    return bins;
}

void paintBins(QPainter& painter, const QRect& area, const std::vector<double>& bins, Ink ink)
{
    QPolygonF outline;
    const double width = static_cast<double>(area.width()) / kBins;
    const double ground = area.bottom() + 1.0;
    outline << QPointF(area.left(), ground);
    for (int bin = 0; bin < kBins; ++bin) {
        const double top =
            ground - bins[static_cast<std::size_t>(bin)] * (area.height() - kTextRow);
        outline << QPointF(area.left() + bin * width, top)
                << QPointF(area.left() + (bin + 1) * width, top);
    }
    outline << QPointF(area.left() + kBins * width, ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(ink, 0.38));
    painter.drawPolygon(outline);
    painter.setPen(QPen(faded(ink, 0.95), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(outline);
}

} // namespace

HistogramPlot::HistogramPlot(QWidget* parent) : Plot(parent)
{
    canvas().axisRect()->setMargins({kSideMargin, 0, kSideMargin, 0});
    for (QCPAxis* side : {canvas().xAxis, canvas().yAxis}) {
        side->setVisible(false);
        side->grid()->setVisible(false);
    }
    addPainter(canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paint(painter); });
    setCursor(Qt::SizeHorCursor);
    setAccessibleName(tr("Healthy and faulty scores"));
    setToolTip(tr("How the scores of healthy and faulty windows are spread, each scaled to its own "
                  "peak.\nDrag to move the threshold."));
    restyle();
}

void HistogramPlot::setScores(std::span<const double> healthy, std::span<const double> faulty)
{
    m_healthyScores.assign(healthy.begin(), healthy.end());
    m_faultyScores.assign(faulty.begin(), faulty.end());
    setRange(m_range);
}

void HistogramPlot::setRange(ScoreRange range)
{
    m_range = range;
    m_healthy = binned(m_healthyScores, range);
    m_faulty = binned(m_faultyScores, range);
    refresh();
}

void HistogramPlot::setThreshold(std::optional<double> threshold)
{
    m_threshold = threshold;
    refresh();
}

QSize HistogramPlot::sizeHint() const
{
    return {280, 92};
}

void HistogramPlot::fill()
{
    canvas().xAxis->setRange(score_scale::toAxis(m_range.low), score_scale::toAxis(m_range.high));
}

void HistogramPlot::paint(QPainter& painter)
{
    const QRect area = plotArea();
    painter.setFont(boldLabelFont());
    const QRect row(area.left(), area.top(), area.width(), kTextRow);
    if (!m_healthyScores.empty()) {
        paintBins(painter, area, m_healthy, Ink::Healthy);
        painter.setPen(faded(Ink::Healthy, 1.0));
        painter.drawText(
            row,
            Qt::AlignLeft | Qt::AlignTop,
            tr("healthy · %1").arg(countText(static_cast<std::int64_t>(m_healthyScores.size()))));
    }
    if (!m_faultyScores.empty()) {
        paintBins(painter, area, m_faulty, Ink::Alarm);
        painter.setPen(faded(Ink::Alarm, 1.0));
        painter.drawText(
            row,
            Qt::AlignRight | Qt::AlignTop,
            tr("%1 · faulty").arg(countText(static_cast<std::int64_t>(m_faultyScores.size()))));
    }
    if (!m_threshold) {
        return;
    }
    const double x = canvas().xAxis->coordToPixel(score_scale::toAxis(*m_threshold));
    painter.setPen(QPen(faded(Ink::Threshold, 1.0), 2));
    painter.drawLine(QPointF(x, area.top() + kTextRow - 2), QPointF(x, area.bottom() + 1));
}

PlotTable HistogramPlot::table() const
{
    std::vector<std::vector<double>> rows;
    const double low = score_scale::toAxis(m_range.low);
    const double step = (score_scale::toAxis(m_range.high) - low) / kBins;
    for (int bin = 0; bin < kBins; ++bin) {
        const auto at = static_cast<std::size_t>(bin);
        rows.push_back(
            {score_scale::toScore(low + step * (bin + 0.5)), m_healthy[at], m_faulty[at]});
    }
    return tableOf({tr("score, σ"), tr("healthy, share of peak"), tr("faulty, share of peak")},
                   std::move(rows));
}

void HistogramPlot::dragTo(double x)
{
    const QRect area = plotArea();
    const double inside = std::clamp<double>(x, area.left(), area.right() + 1);
    Q_EMIT thresholdDragged(score_scale::toScore(canvas().xAxis->pixelToCoord(inside)));
}

void HistogramPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragging = true;
        dragTo(event->position().x());
    }
}

void HistogramPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        dragTo(event->position().x());
    }
}

void HistogramPlot::mouseReleaseEvent(QMouseEvent*)
{
    if (m_dragging) {
        m_dragging = false;
        Q_EMIT thresholdReleased();
    }
}

} // namespace spall::ui
