// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/tickers.h"
#include "ui/text/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr int kTop = 6;
constexpr int kBottom = 20;
constexpr int kLabelHeight = 14;
constexpr double kSmallestBins = 16.0; ///< of the narrowest view

} // namespace

SpectrumPlot::SpectrumPlot(QWidget* parent) : Plot(parent)
{
    canvas().axisRect()->setMargins({kPlotLeft, kTop, kPlotRight, kBottom});
    canvas().addGraph()->setAdaptiveSampling(false);
    canvas().xAxis->setNumberFormat(QStringLiteral("f"));
    canvas().xAxis->setNumberPrecision(0);
    canvas().xAxis->setSubTicks(false);
    canvas().xAxis->grid()->setVisible(false);
    useNumberTicks(*canvas().yAxis, 3);
    addPainter(
        canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) { paintMarks(painter); });
    addPainter(canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) {
        painter.setFont(labelFont());
        painter.setPen(faded(Ink::TextMuted, 1.0));
        // Left of the first number: at the right end it would stand on the last one.
        const QRect corner(0, 0, kPlotLeft - 12, height() - 3);
        painter.drawText(corner, Qt::AlignRight | Qt::AlignBottom, tr("Hz"));
    });
    addPainter(
        canvas(), kCursorLayer, Clip::Inside, [this](QPainter& painter) { paintCursor(painter); });
    setAccessibleName(tr("Spectrum"));
    restyle();
}

void SpectrumPlot::setSpectrum(signal::Spectrum spectrum, const QString& unit, Hertz proposed)
{
    m_spectrum = std::move(spectrum);
    m_unit = unit;
    m_message.clear();
    if (proposed.value != m_proposed) {
        m_proposed = proposed.value;
        show(0.0, m_proposed);
    }
    refresh();
}

void SpectrumPlot::setMarks(std::vector<FrequencyMark> marks, int harmonics)
{
    m_marks = std::move(marks);
    m_harmonics = harmonics;
    refresh();
}

void SpectrumPlot::setMessage(const QString& message)
{
    m_spectrum = {};
    m_message = message;
    refresh();
}

QSize SpectrumPlot::sizeHint() const
{
    return {600, 180};
}

double SpectrumPlot::highest() const
{
    return m_spectrum.values.empty()
               ? 1.0
               : m_spectrum.binWidth.value * static_cast<double>(m_spectrum.values.size() - 1);
}

void SpectrumPlot::show(double low, double high)
{
    const double whole = highest();
    const double width =
        std::clamp(high - low, std::min(whole, kSmallestBins * m_spectrum.binWidth.value), whole);
    m_low = std::clamp(low, 0.0, whole - width);
    m_high = m_low + width;
    refresh();
}

void SpectrumPlot::restyle()
{
    Plot::restyle();
    canvas().graph(0)->setPen(QPen(faded(Ink::Signal, 1.0), 1));
    canvas().graph(0)->setBrush(faded(Ink::Signal, 0.12));
}

void SpectrumPlot::fill()
{
    QCPGraph& line = *canvas().graph(0);
    line.data()->clear();
    canvas().xAxis->setRange(m_low, m_high);
    if (m_spectrum.values.empty()) {
        return;
    }
    const auto bins = static_cast<std::int64_t>(m_spectrum.values.size());
    const double width = m_spectrum.binWidth.value;
    const auto first = std::max<std::int64_t>(1, static_cast<std::int64_t>(m_low / width) - 1);
    const auto last = std::min(bins, static_cast<std::int64_t>(m_high / width) + 2);
    const std::int64_t group = std::max<std::int64_t>(1, (last - first) / pixelColumns());
    QVector<double> x;
    QVector<double> y;
    double peak = 0.0;
    // The largest bin of each column: a narrow peak must not vanish between pixels.
    for (std::int64_t at = first; at < last; at += group) {
        const auto from = m_spectrum.values.begin() + at;
        const auto top = std::max_element(from, from + std::min(group, last - at));
        x.push_back(static_cast<double>(top - m_spectrum.values.begin()) * width);
        y.push_back(*top);
        peak = std::max(peak, *top);
    }
    line.setData(x, y, true);
    canvas().yAxis->setRange(0.0, peak > 0.0 ? peak * 1.25 : 1.0);
}

void SpectrumPlot::paintMark(QPainter& painter, const FrequencyMark& mark, int row)
{
    const QRect area = plotArea();
    for (int harmonic = 1; harmonic <= m_harmonics; ++harmonic) {
        const double hertz = mark.frequency.value * harmonic;
        if (hertz < m_low || hertz > m_high) {
            continue;
        }
        const double x = canvas().xAxis->coordToPixel(hertz);
        painter.setPen(QPen(faded(Ink::Alarm, harmonic == 1 ? 0.9 : 0.55), 1, mark.dash));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QString text =
            harmonic == 1 ? QStringLiteral("%1 %2").arg(mark.name, frequencyText(mark.frequency))
                          : QStringLiteral("%1× %2").arg(harmonic).arg(mark.name);
        painter.setPen(faded(Ink::Alarm, 1.0));
        painter.setFont(harmonic == 1 ? boldLabelFont() : labelFont());
        painter.drawText(QPointF(x + 4.0, area.top() + kLabelHeight * (row + 1) - 3.0), text);
    }
}

void SpectrumPlot::paintMarks(QPainter& painter)
{
    const QRect area = plotArea();
    if (!m_message.isEmpty()) {
        painter.setFont(labelFont());
        painter.setPen(faded(Ink::TextMuted, 1.0));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    int row = 0;
    for (const FrequencyMark& mark : m_marks) {
        paintMark(painter, mark, row++);
    }
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::TextMuted, 1.0));
    painter.drawText(area.adjusted(4, 2, -4, 0), Qt::AlignLeft | Qt::AlignTop, m_unit);
}

void SpectrumPlot::paintCursor(QPainter& painter)
{
    if (m_pointer < 0.0 || m_spectrum.values.empty()) {
        return;
    }
    const QRect area = plotArea();
    const double hertz = canvas().xAxis->pixelToCoord(m_pointer);
    painter.setPen(QPen(faded(Ink::Text, 0.45), 1));
    painter.drawLine(QPointF(m_pointer, area.top()), QPointF(m_pointer, area.bottom()));
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::Text, 1.0));
    const bool onRight = m_pointer > area.center().x();
    const QRectF place(
        onRight ? m_pointer - 104.0 : m_pointer + 4.0, area.bottom() - 18.0, 100.0, 16.0);
    painter.drawText(place, onRight ? Qt::AlignRight : Qt::AlignLeft, frequencyText(Hertz{hertz}));
}

void SpectrumPlot::wheelEvent(QWheelEvent* event)
{
    const double at = canvas().xAxis->pixelToCoord(event->position().x());
    const double factor = std::pow(0.8, event->angleDelta().y() / 120.0);
    show(at - (at - m_low) * factor, at + (m_high - at) * factor);
    event->accept();
}

void SpectrumPlot::mousePressEvent(QMouseEvent* event)
{
    m_panning = event->button() == Qt::LeftButton;
    m_panFrom = event->position().x();
    m_panLow = m_low;
}

void SpectrumPlot::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_panning) {
        const double moved = (m_panFrom - x) / std::max(1, plotArea().width()) * (m_high - m_low);
        show(m_panLow + moved, m_panLow + moved + (m_high - m_low));
    }
    m_pointer = plotArea().contains(event->position().toPoint()) ? x : -1.0;
    repaintLayer(canvas(), kCursorLayer);
}

void SpectrumPlot::mouseReleaseEvent(QMouseEvent*)
{
    m_panning = false;
}

void SpectrumPlot::mouseDoubleClickEvent(QMouseEvent*)
{
    show(0.0, m_proposed);
}

void SpectrumPlot::leaveEvent(QEvent*)
{
    m_pointer = -1.0;
    repaintLayer(canvas(), kCursorLayer);
}

} // namespace spall::ui
