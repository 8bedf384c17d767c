// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/score_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/score_scale.h"
#include "ui/plot/tickers.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr double kGrab = 6.0; ///< pixels around the line that take hold of it
constexpr double kHeadroom = 1.08;
constexpr int kAlarmFoot = 3;
constexpr int kGapFrom = 5; ///< bars at least this wide keep a gap between them

} // namespace

ScorePlot::ScorePlot(TimeAxis& axis, QWidget* parent) : TimePlot(axis, TimeLabels::Shown, parent)
{
    useScoreTicks(*canvas().yAxis, 6);
    canvas().xAxis->grid()->setVisible(false);
    addPainter(
        canvas(), kBarsLayer, Clip::Inside, [this](QPainter& painter) { paintBars(painter); });
    addPainter(
        canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paintThreshold(painter); });
    addPainter(
        canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) { paintPicked(painter); });
    setAccessibleName(tr("Score of each window"));
    setToolTip(tr("Score of each window in standard deviations of healthy windows.\n"
                  "Drag the line to move the threshold; click a bar to go there."));
    restyle();
}

void ScorePlot::setWindows(WindowScoresPtr windows)
{
    m_windows = std::move(windows);
    refresh();
}

void ScorePlot::setPicked(std::vector<char> picked)
{
    m_picked = std::move(picked);
    refresh();
}

PlotTable ScorePlot::table() const
{
    if (!m_windows) {
        return {};
    }
    std::vector<std::int64_t> shown;
    for (std::int64_t at = 0; std::cmp_less(at, m_windows->fused->size()); ++at) {
        const TimeRange time = windowTime(*m_windows, at);
        if (time.last > shownRange().first && time.first < shownRange().last) {
            shown.push_back(at);
        }
    }
    const std::size_t count = shown.size();
    const auto row = [windows = m_windows, shown = std::move(shown)](std::size_t at) {
        const std::int64_t window = shown[at];
        const auto index = static_cast<std::size_t>(window);
        const TimeRange time = windowTime(*windows, window);
        return std::vector<double>{static_cast<double>(window),
                                   time.first,
                                   time.last,
                                   (*windows->fused)[index],
                                   windows->alarms[index] != 0 ? 1.0 : 0.0};
    };
    return {{tr("window"), tr("from, s"), tr("to, s"), tr("score, σ"), tr("alarm")}, count, row};
}

QSize ScorePlot::sizeHint() const
{
    return {600, 150};
}

double ScorePlot::thresholdY() const
{
    const QCPAxis& scores = *canvas().yAxis;
    return m_windows && m_windows->threshold
               ? scores.coordToPixel(score_scale::toAxis(*m_windows->threshold))
               : -1.0;
}

double ScorePlot::scoreAtY(double y) const
{
    return score_scale::toScore(canvas().yAxis->pixelToCoord(y));
}

bool ScorePlot::isOnThreshold(const QPointF& place) const
{
    return m_windows && m_windows->threshold && std::abs(place.y() - thresholdY()) <= kGrab &&
           place.x() >= plotArea().left();
}

void ScorePlot::fillView()
{
    m_cells.clear();
    if (!m_windows) {
        return;
    }
    m_cells = visibleCells(*m_windows, shownRange(), plotArea().width());
    if (m_dragging) {
        return; // the scale stands still under the pointer
    }
    const double threshold = m_windows->threshold.value_or(m_windows->lowest);
    const double low = score_scale::toAxis(std::min(m_windows->lowest, threshold));
    const double high = score_scale::toAxis(std::max(m_windows->highest, threshold));
    const double room = std::max(0.2, (high - low) * (kHeadroom - 1.0));
    canvas().yAxis->setRange(low - room, high + room * 2.0);
}

void ScorePlot::paintBars(QPainter& painter)
{
    for (const WindowCell& cell : m_cells) {
        paintBar(painter, cell);
    }
}

void ScorePlot::paintBar(QPainter& painter, const WindowCell& cell)
{
    const QRect area = plotArea();
    const int left = static_cast<int>(std::lround(xAt(cell.time.first)));
    const int right = static_cast<int>(std::lround(xAt(cell.time.last)));
    const int gap = right - left >= kGapFrom ? 1 : 0;
    const int width = std::max(1, right - left - gap);
    const int top = static_cast<int>(
        std::lround(canvas().yAxis->coordToPixel(score_scale::toAxis(cell.score))));
    const bool stands = isAbove(*m_windows, cell);
    const Ink ink = stands ? Ink::Alarm : Ink::Healthy;
    const int height = std::max(1, area.bottom() + 1 - top);
    painter.fillRect(left, top, width, height, faded(ink, cell.isLearned ? 0.35 : 0.85));
    if (stands) {
        painter.fillRect(left, top, width, 2, faded(Ink::Alarm, 1.0));
    }
    if (cell.isAlarm) {
        painter.fillRect(
            left, area.bottom() + 1 - kAlarmFoot, right - left, kAlarmFoot, faded(Ink::Text, 0.8));
    }
}

void ScorePlot::paintPicked(QPainter& painter)
{
    if (m_picked.empty() || !m_windows) {
        return;
    }
    const QRect area = plotArea();
    for (const WindowCell& cell : m_cells) {
        const auto window = static_cast<std::size_t>(cell.window);
        if (window < m_picked.size() && m_picked[window] != 0) {
            const double left = xAt(cell.time.first);
            const double width = std::max(2.0, xAt(cell.time.last) - left);
            painter.fillRect(QRectF(left, area.top(), width, area.height()),
                             faded(Ink::Threshold, 0.18));
            painter.fillRect(QRectF(left, area.top(), width, 4.0), faded(Ink::Threshold, 1.0));
        }
    }
}

void ScorePlot::paintThreshold(QPainter& painter)
{
    if (!m_windows || !m_windows->threshold) {
        return;
    }
    const QRect area = plotArea();
    const double y = thresholdY();
    if (y < area.top() || y > area.bottom()) {
        return;
    }
    painter.setPen(QPen(faded(Ink::Threshold, 1.0), 2));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    paintTag(painter,
             QPointF(area.right(), y),
             QLocale().toString(*m_windows->threshold, 'f', 2),
             Ink::Threshold);
}

void ScorePlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isOnThreshold(event->position())) {
        m_dragging = true;
        return;
    }
    m_pressed = event->position();
    TimePlot::mousePressEvent(event);
}

void ScorePlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        const QRect area = plotArea();
        const double y = std::clamp<double>(event->position().y(), area.top(), area.bottom());
        Q_EMIT thresholdDragged(scoreAtY(y));
        return;
    }
    if (m_pressed &&
        (event->position() - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressed.reset();
    }
    TimePlot::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton) {
        setCursor(isOnThreshold(event->position()) ? Qt::SizeVerCursor : Qt::ArrowCursor);
    }
}

void ScorePlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_dragging, false)) {
        Q_EMIT thresholdReleased();
        refresh();
        return;
    }
    TimePlot::mouseReleaseEvent(event);
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (pressed && m_windows && plotArea().contains(event->position().toPoint())) {
        if (const auto window = windowAt(*m_windows, timeAt(event->position().x()))) {
            Q_EMIT windowClicked(*window);
        }
    }
}

} // namespace spall::ui
