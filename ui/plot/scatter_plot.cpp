// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/scatter_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/score_scale.h"
#include "ui/plot/tickers.h"

#include <QMouseEvent>
#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

enum Cloud { Healthy, Faulty, InView };
constexpr double kScatterGrab = 6.0; ///< pixels from a line that still grab it
constexpr double kClick = 4.0;       ///< pixels that a click may move

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
    while (canvas().graphCount() <= InView) {
        canvas().addGraph()->setLineStyle(QCPGraph::lsNone);
    }
    useScoreTicks(*canvas().xAxis, 16);
    useScoreTicks(*canvas().yAxis, 7);
    canvas().xAxis->setLabel(tr("reconstruction score, σ of healthy"));
    addPainter(
        canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) { paintRules(painter); });
    addPainter(
        canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paintTitles(painter); });
    addPainter(
        canvas(), kCursorLayer, Clip::Inside, [this](QPainter& painter) { paintPick(painter); });
    setAccessibleName(tr("Reconstruction against critic score"));
    setToolTip(
        tr("Each window by its two scores. Beyond the purple line it is above the threshold: "
           "drag the line to move it.\nDrag over points to mark their windows in the score "
           "plot; click one to go there."));
    restyle();
}

void ScatterPlot::setPoints(const ScatterPoints& healthy, const ScatterPoints& faulty)
{
    canvas().graph(Healthy)->setData(onAxis(healthy.rec), onAxis(healthy.critic));
    canvas().graph(Faulty)->setData(onAxis(faulty.rec), onAxis(faulty.critic));
    refresh();
}

void ScatterPlot::setInView(const ScatterPoints& points)
{
    canvas().graph(InView)->setData(onAxis(points.rec), onAxis(points.critic));
    refresh();
}

void ScatterPlot::setRule(score::Fusion fusion, double lambda, double threshold)
{
    m_fusion = fusion;
    m_lambda = lambda;
    m_threshold = threshold;
    refresh();
}

void ScatterPlot::setDualRule(const std::optional<detect::DualRule>& rule)
{
    m_dual = rule;
    refresh();
}

double ScatterPlot::recAt(double x) const
{
    return score_scale::toScore(canvas().xAxis->pixelToCoord(x));
}

double ScatterPlot::criticAt(double y) const
{
    return score_scale::toScore(canvas().yAxis->pixelToCoord(y));
}

QPointF ScatterPlot::placeOf(double rec, double critic) const
{
    return {canvas().xAxis->coordToPixel(score_scale::toAxis(rec)),
            canvas().yAxis->coordToPixel(score_scale::toAxis(critic))};
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
    canvas().graph(InView)->setScatterStyle(
        {QCPScatterStyle::ssDisc, QPen(faded(Ink::Text, 1.0), 1), faded(Ink::Text, 1.0), 4.0});
}

void ScatterPlot::fill()
{
    if (m_grip != Grip::None) {
        return; // the scale stands still under the pointer
    }
    canvas().rescaleAxes();
    for (QCPAxis* side : {canvas().xAxis, canvas().yAxis}) {
        side->setRange(std::min(-1.0, side->range().lower) - 0.2,
                       std::max(1.5, side->range().upper) + 0.2);
    }
}

QPolygonF ScatterPlot::thresholdLine() const
{
    // Where the sign of (fused − threshold) changes along each column; holds for every fusion.
    const QRect area = plotArea();
    QPolygonF line;
    const auto isAbove = [this](double x, double y) {
        return excess(recAt(x), criticAt(y)) > 0.0;
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
    // Only the reconstruction counts: the line stands upright, between columns.
    if (line.size() < 2 && m_fusion != score::Fusion::Critic) {
        const double x = canvas().xAxis->coordToPixel(score_scale::toAxis(m_threshold));
        line = {QPointF(x, area.top()), QPointF(x, area.bottom())};
    }
    return line;
}

void ScatterPlot::paintRules(QPainter& painter)
{
    if (m_dual) {
        paintDualRule(painter);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(faded(Ink::Threshold, 1.0), 2));
    const QPolygonF line = thresholdLine();
    if (line.size() > 1) {
        painter.drawPolyline(line);
    }
}

void ScatterPlot::paintDualRule(QPainter& painter)
{
    const QRectF area = plotArea();
    const QPointF corner = placeOf(m_dual->rec, m_dual->critic);
    const QRectF right(QPointF(corner.x(), area.top()),
                       QPointF(area.right() + 1, area.bottom() + 1));
    const QRectF above(area.topLeft(), QPointF(area.right() + 1, corner.y()));
    QRegion region(right.toAlignedRect());
    const QRegion upper(above.toAlignedRect());
    region = m_dual->both ? region.intersected(upper) : region.united(upper);
    for (const QRect& part : region) {
        painter.fillRect(part, faded(Ink::Alarm, 0.10));
    }
    painter.setPen(QPen(faded(Ink::Threshold, 1.0), 2));
    painter.drawLine(QPointF(corner.x(), area.top()), QPointF(corner.x(), area.bottom()));
    painter.drawLine(QPointF(area.left(), corner.y()), QPointF(area.right(), corner.y()));
}

void ScatterPlot::paintPick(QPainter& painter)
{
    if (!m_pick.isEmpty()) {
        painter.setPen(QPen(faded(Ink::Threshold, 1.0), 1, Qt::DashLine));
        painter.setBrush(faded(Ink::Threshold, 0.12));
        painter.drawRect(m_pick);
    }
}

ScatterPlot::Grip ScatterPlot::gripAt(const QPointF& place) const
{
    if (m_dual) {
        const QPointF corner = placeOf(m_dual->rec, m_dual->critic);
        if (std::abs(place.x() - corner.x()) <= kScatterGrab) {
            return Grip::DualRec;
        }
        return std::abs(place.y() - corner.y()) <= kScatterGrab ? Grip::DualCritic : Grip::None;
    }
    const QPolygonF line = thresholdLine();
    for (qsizetype at = 0; at + 1 < line.size(); ++at) {
        const QPointF along = line[at + 1] - line[at];
        const double length = QPointF::dotProduct(along, along);
        const double share =
            length > 0.0
                ? std::clamp(QPointF::dotProduct(place - line[at], along) / length, 0.0, 1.0)
                : 0.0;
        const QPointF away = place - (line[at] + share * along);
        if (std::hypot(away.x(), away.y()) <= kScatterGrab) {
            return Grip::Threshold;
        }
    }
    return Grip::None;
}

void ScatterPlot::dragTo(const QPointF& place)
{
    const QRect area = plotArea();
    const double rec = recAt(std::clamp<double>(place.x(), area.left(), area.right()));
    const double critic = criticAt(std::clamp<double>(place.y(), area.top(), area.bottom()));
    if (m_grip == Grip::Threshold) {
        Q_EMIT thresholdDragged(m_threshold + excess(rec, critic));
        return;
    }
    detect::DualRule rule = *m_dual;
    (m_grip == Grip::DualRec ? rule.rec : rule.critic) = m_grip == Grip::DualRec ? rec : critic;
    Q_EMIT dualRuleDragged(rule);
}

void ScatterPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && plotArea().contains(event->position().toPoint())) {
        m_grip = gripAt(event->position());
        m_pressed = event->position();
    }
}

void ScatterPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed) {
        const Grip grip = gripAt(event->position());
        setCursor(grip == Grip::None         ? Qt::CrossCursor
                  : grip == Grip::DualCritic ? Qt::SizeVerCursor
                                             : Qt::SizeHorCursor);
        return;
    }
    if (m_grip != Grip::None) {
        dragTo(event->position());
        return;
    }
    m_pick = QRectF(*m_pressed, event->position()).normalized();
    repaintLayer(canvas(), kCursorLayer);
}

void ScatterPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_pressed, std::nullopt)) {
        return;
    }
    if (std::exchange(m_grip, Grip::None) != Grip::None) {
        Q_EMIT released();
        refresh();
        return;
    }
    const QRectF pick = std::exchange(m_pick, QRectF());
    if (pick.width() + pick.height() > kClick) {
        Q_EMIT picked({recAt(pick.left()),
                       recAt(pick.right()),
                       criticAt(pick.bottom()),
                       criticAt(pick.top())});
    } else {
        Q_EMIT picked({});
        Q_EMIT clicked(recAt(event->position().x()), criticAt(event->position().y()));
    }
    repaintLayer(canvas(), kCursorLayer);
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
    paint(tr("● in view %1").arg(count(InView)), Ink::Text);
    paint(tr("△ faulty %1").arg(count(Faulty)), Ink::Alarm);
    paint(tr("○ healthy %1").arg(count(Healthy)), Ink::Healthy);
}

PlotTable ScatterPlot::table() const
{
    std::vector<std::vector<double>> rows;
    for (const Cloud cloud : {Healthy, Faulty}) {
        for (const QCPGraphData& point : *canvas().graph(cloud)->data()) {
            rows.push_back({cloud == Faulty ? 1.0 : 0.0,
                            score_scale::toScore(point.key),
                            score_scale::toScore(point.value)});
        }
    }
    return tableOf({tr("faulty"), tr("reconstruction score, σ"), tr("critic score, σ")},
                   std::move(rows));
}

} // namespace spall::ui
