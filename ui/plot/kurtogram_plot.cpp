// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/kurtogram_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/tickers.h"
#include "ui/text/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {
constexpr int kKurtogramTop = 4;
constexpr int kKurtogramBottom = 20;
constexpr double kTellable = 0.5; ///< kurtosis that full colour needs at least
} // namespace

KurtogramPlot::KurtogramPlot(QWidget* parent) : Plot(parent)
{
    canvas().axisRect()->setMargins({kPlotLeft, kKurtogramTop, kPlotRight, kKurtogramBottom});
    canvas().yAxis->setTickLabels(false);
    canvas().yAxis->grid()->setVisible(false);
    canvas().xAxis->grid()->setVisible(false);
    canvas().xAxis->setNumberFormat(QStringLiteral("f"));
    canvas().xAxis->setNumberPrecision(0);
    canvas().xAxis->setSubTicks(false);
    canvas().yAxis->setSubTicks(false);
    addPainter(
        canvas(), kTintLayer, Clip::Inside, [this](QPainter& painter) { paintCells(painter); });
    addPainter(
        canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paintFrames(painter); });
    setAccessibleName(tr("Kurtogram"));
    setToolTip(tr("How impulsive each band of the signal is: the kurtosis of its envelope, 0 for "
                  "noise.\nClick a band to take the envelope spectrum of it."));
    setCursor(Qt::PointingHandCursor);
    restyle();
}

void KurtogramPlot::setKurtogram(signal::Kurtogram kurtogram)
{
    m_kurtogram = std::move(kurtogram);
    m_message.clear();
    refresh();
}

void KurtogramPlot::setChosen(const signal::Band& band)
{
    m_chosen = band;
    refresh();
}

void KurtogramPlot::setMessage(const QString& message)
{
    m_kurtogram.reset();
    m_message = message;
    refresh();
}

QSize KurtogramPlot::sizeHint() const
{
    return {600, 180};
}

void KurtogramPlot::fill()
{
    canvas().xAxis->setRange(0.0, m_kurtogram ? m_kurtogram->rate.value / 2.0 : 1.0);
}

QRectF KurtogramPlot::cellOf(std::size_t row, std::size_t band) const
{
    const QRectF area = plotArea();
    const auto rows = static_cast<double>(m_kurtogram->rows.size());
    const double bands = m_kurtogram->rows[row].bands;
    const double height = area.height() / rows;
    const double width = area.width() / bands;
    return {area.left() + static_cast<double>(band) * width,
            area.top() + static_cast<double>(row) * height,
            width,
            height};
}

std::optional<KurtogramPlot::Cell> KurtogramPlot::cellAt(const QPointF& place) const
{
    const QRectF area = plotArea();
    if (!m_kurtogram || !area.contains(place)) {
        return std::nullopt;
    }
    const std::size_t rows = m_kurtogram->rows.size();
    const auto row = std::min(rows - 1,
                              static_cast<std::size_t>((place.y() - area.top()) / area.height() *
                                                       static_cast<double>(rows)));
    const auto bands = static_cast<std::size_t>(m_kurtogram->rows[row].bands);
    const auto band = std::min(bands - 1,
                               static_cast<std::size_t>((place.x() - area.left()) / area.width() *
                                                        static_cast<double>(bands)));
    return Cell{row, band};
}

void KurtogramPlot::paintCells(QPainter& painter)
{
    if (!m_kurtogram) {
        painter.setFont(labelFont());
        painter.setPen(faded(Ink::TextMuted, 1.0));
        painter.drawText(plotArea(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const double top = std::max(kTellable, m_kurtogram->bestKurtosis);
    for (std::size_t row = 0; row < m_kurtogram->rows.size(); ++row) {
        const auto& values = m_kurtogram->rows[row].kurtosis;
        for (std::size_t band = 0; band < values.size(); ++band) {
            painter.fillRect(cellOf(row, band), heatColour(values[band] / top));
        }
    }
}

void KurtogramPlot::paintFrames(QPainter& painter)
{
    if (!m_kurtogram) {
        return;
    }
    paintRowNames(painter);
    const QRectF area = plotArea();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(Ink::Alarm, 1.0), 2));
    for (std::size_t row = 0; row < m_kurtogram->rows.size(); ++row) {
        for (std::size_t band = 0; band < m_kurtogram->rows[row].kurtosis.size(); ++band) {
            const signal::Band edges = m_kurtogram->band(row, band);
            if (edges.low == m_kurtogram->best.low && edges.high == m_kurtogram->best.high) {
                painter.drawRect(cellOf(row, band));
            }
        }
    }
    if (m_chosen) {
        const double left = canvas().xAxis->coordToPixel(m_chosen->low.value);
        const double right = canvas().xAxis->coordToPixel(m_chosen->high.value);
        painter.setPen(QPen(faded(Ink::Threshold, 1.0), 2));
        painter.drawLine(QPointF(left, area.bottom() + 1), QPointF(right, area.bottom() + 1));
    }
}

void KurtogramPlot::paintRowNames(QPainter& painter)
{
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::TextMuted, 1.0));
    const double rowHeight = plotArea().height() / static_cast<double>(m_kurtogram->rows.size());
    const std::size_t every = rowHeight >= 12.0 ? 1 : 2;
    for (std::size_t row = 0; row < m_kurtogram->rows.size(); row += every) {
        const QRectF cell = cellOf(row, 0);
        const Hertz width{m_kurtogram->rate.value / 2.0 / m_kurtogram->rows[row].bands};
        painter.drawText(QRectF(0.0, cell.top(), kPlotLeft - 4.0, cell.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         frequencyText(width));
    }
    painter.drawText(
        QRect(0, height() - 19, kPlotLeft - 8, 18), Qt::AlignRight | Qt::AlignVCenter, tr("Hz"));
}

void KurtogramPlot::mouseMoveEvent(QMouseEvent* event)
{
    const auto cell = cellAt(event->position());
    if (!cell) {
        Q_EMIT pointed({});
        return;
    }
    const signal::Band band = m_kurtogram->band(cell->row, cell->band);
    Q_EMIT pointed(tr("%1 – %2 · kurtosis %3")
                       .arg(frequencyText(band.low),
                            frequencyText(band.high),
                            numberText(m_kurtogram->rows[cell->row].kurtosis[cell->band])));
}

void KurtogramPlot::mouseReleaseEvent(QMouseEvent* event)
{
    const auto cell = cellAt(event->position());
    if (event->button() == Qt::LeftButton && cell) {
        Q_EMIT bandChosen(m_kurtogram->band(cell->row, cell->band));
    }
}

void KurtogramPlot::leaveEvent(QEvent*)
{
    Q_EMIT pointed({});
}

PlotTable KurtogramPlot::table() const
{
    std::vector<std::vector<double>> rows;
    for (std::size_t row = 0; m_kurtogram && row < m_kurtogram->rows.size(); ++row) {
        const auto& values = m_kurtogram->rows[row].kurtosis;
        for (std::size_t band = 0; band < values.size(); ++band) {
            const signal::Band edges = m_kurtogram->band(row, band);
            rows.push_back({edges.low.value, edges.high.value, values[band]});
        }
    }
    return tableOf({tr("from, Hz"), tr("to, Hz"), tr("kurtosis of the envelope")}, std::move(rows));
}

} // namespace spall::ui
