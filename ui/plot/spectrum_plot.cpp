// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/tickers.h"
#include "ui/text/format.h"

#include <QFontMetricsF>
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
constexpr double kSmallestBins = 16.0; ///< of the narrowest view
constexpr double kShownDecibel = 90.0; ///< below the peak
constexpr double kCursorLine = 16.0;   ///< height of its words
constexpr double kClickPixels = 3.0;   ///< that a click may move
enum SpectrumGraph { MainLine, ReferenceLine };

} // namespace

SpectrumPlot::SpectrumPlot(QWidget* parent) : Plot(parent)
{
    canvas().axisRect()->setMargins({kPlotLeft, kTop, kPlotRight, kBottom});
    while (canvas().graphCount() <= ReferenceLine) {
        canvas().addGraph()->setAdaptiveSampling(false);
    }
    useNumberTicks(*canvas().xAxis, 8);
    canvas().xAxis->grid()->setVisible(false);
    useNumberTicks(*canvas().yAxis, 3);
    addPainter(canvas(), kBarsLayer, Clip::Inside, [this](QPainter& painter) {
        paintTolerance(painter, ruler(), m_marks, m_harmonics);
    });
    addPainter(
        canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) { paintMarks(painter); });
    addPainter(
        canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) { paintUnits(painter); });
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

void SpectrumPlot::setReference(signal::Spectrum reference, const QString& name)
{
    m_reference = std::move(reference);
    m_referenceName = name;
    refresh();
}

void SpectrumPlot::setLevelScale(LevelScale scale)
{
    m_scale = scale;
    refresh();
}

void SpectrumPlot::setShaft(std::optional<Hertz> shaft)
{
    m_shaft = shaft;
    refresh();
}

void SpectrumPlot::setCursorKind(CursorKind kind)
{
    m_cursor.setKind(kind);
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
    m_reference = {};
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
    if (m_spectrum.values.empty()) {
        return; // what was shown before its message is shown again after it
    }
    const double whole = highest();
    const double width =
        std::clamp(high - low, std::min(whole, kSmallestBins * m_spectrum.binWidth.value), whole);
    m_low = std::clamp(low, 0.0, whole - width);
    m_high = m_low + width;
    refresh();
}

double SpectrumPlot::level(double value) const
{
    constexpr double kSilence = 1e-30;
    switch (m_scale) {
    case LevelScale::Linear:
        return value;
    case LevelScale::Power:
        return 10.0 * std::log10(std::max(value, kSilence));
    case LevelScale::Amplitude:
        break;
    }
    return 20.0 * std::log10(std::max(value, kSilence));
}

double SpectrumPlot::xAt(double hertz) const
{
    return canvas().xAxis->coordToPixel(hertz / (m_shaft ? m_shaft->value : 1.0));
}

double SpectrumPlot::hertzAt(double x) const
{
    return canvas().xAxis->pixelToCoord(x) * (m_shaft ? m_shaft->value : 1.0);
}

FrequencyRuler SpectrumPlot::ruler() const
{
    return {plotArea(), m_low, m_high, [this](double hertz) {
                return xAt(hertz);
            }};
}

void SpectrumPlot::restyle()
{
    Plot::restyle();
    canvas().graph(MainLine)->setPen(QPen(faded(Ink::Signal, 1.0), 1));
    canvas().graph(ReferenceLine)->setPen(QPen(faded(Ink::Healthy, 1.0), 1));
}

double SpectrumPlot::fillGraph(int graph, const signal::Spectrum& spectrum)
{
    QCPGraph& line = *canvas().graph(graph);
    line.data()->clear();
    if (spectrum.values.empty()) {
        return 0.0;
    }
    const auto bins = static_cast<std::int64_t>(spectrum.values.size());
    const double width = spectrum.binWidth.value;
    const double unit = m_shaft ? m_shaft->value : 1.0;
    const auto first = std::max<std::int64_t>(1, static_cast<std::int64_t>(m_low / width) - 1);
    const auto last = std::min(bins, static_cast<std::int64_t>(m_high / width) + 2);
    const std::int64_t group = std::max<std::int64_t>(1, (last - first) / pixelColumns());
    QVector<double> x;
    QVector<double> y;
    double peak = 0.0;
    // The largest bin of each column: a narrow peak must not vanish between pixels.
    for (std::int64_t at = first; at < last; at += group) {
        const auto from = spectrum.values.begin() + at;
        const auto top = std::max_element(from, from + std::min(group, last - at));
        x.push_back(static_cast<double>(top - spectrum.values.begin()) * width / unit);
        y.push_back(level(*top));
        peak = std::max(peak, *top);
    }
    line.setData(x, y, true);
    return peak;
}

void SpectrumPlot::fill()
{
    const double unit = m_shaft ? m_shaft->value : 1.0;
    canvas().xAxis->setRange(m_low / unit, m_high / unit);
    const double peak =
        std::max(fillGraph(MainLine, m_spectrum), fillGraph(ReferenceLine, m_reference));
    // In decibel there is no ground to fill down to.
    canvas().graph(MainLine)->setBrush(
        m_scale == LevelScale::Linear ? QBrush(faded(Ink::Signal, 0.12)) : QBrush(Qt::NoBrush));
    if (m_scale == LevelScale::Linear) {
        canvas().yAxis->setRange(0.0, peak > 0.0 ? peak * 1.25 : 1.0);
    } else {
        bool hasRange = false;
        const QCPRange shown = canvas().graph(MainLine)->getValueRange(hasRange);
        const double bottom = hasRange ? std::max(shown.lower, level(peak) - kShownDecibel)
                                       : level(peak) - kShownDecibel;
        canvas().yAxis->setRange(bottom - 4.0, level(peak) + 12.0);
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
        paintMark(painter, ruler(), mark, m_harmonics, row++);
    }
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::TextMuted, 1.0));
    const QString unit = m_scale == LevelScale::Linear ? m_unit : tr("dB re 1 %1").arg(m_unit);
    painter.drawText(area.adjusted(4, 2, -4, 0), Qt::AlignLeft | Qt::AlignTop, unit);
    if (!m_reference.values.empty()) {
        painter.setFont(boldLabelFont());
        painter.setPen(faded(Ink::Healthy, 1.0));
        painter.drawText(
            area.adjusted(4, 2 + kLabelHeight * static_cast<int>(m_marks.size()), -6, 0),
            Qt::AlignRight | Qt::AlignTop,
            m_referenceName);
    }
}

void SpectrumPlot::paintUnits(QPainter& painter)
{
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::TextMuted, 1.0));
    // Left of the first number: at the right end it would stand on the last one.
    const QRect corner(0, 0, kPlotLeft - 12, height() - 3);
    painter.drawText(corner, Qt::AlignRight | Qt::AlignBottom, m_shaft ? tr("orders") : tr("Hz"));
}

void SpectrumPlot::paintCursor(QPainter& painter)
{
    if (m_pointer < 0.0 || m_spectrum.values.empty()) {
        return;
    }
    const QRect area = plotArea();
    const Hertz pointer{hertzAt(m_pointer)};
    painter.setPen(QPen(faded(Ink::Threshold, 0.8), 1));
    for (const Hertz line : m_cursor.lines(pointer)) {
        const double x = xAt(line.value);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    painter.setPen(QPen(faded(Ink::Text, 0.45), 1));
    painter.drawLine(QPointF(m_pointer, area.top()), QPointF(m_pointer, area.bottom()));
    painter.setFont(boldLabelFont());
    painter.setPen(faded(Ink::Text, 1.0));
    QString text = m_cursor.text(pointer);
    if (m_shaft && m_shaft->value > 0.0) {
        text += tr(" · order %1").arg(numberText(pointer.value / m_shaft->value));
    }
    const bool onRight = m_pointer > area.center().x();
    const double width = QFontMetricsF(boldLabelFont()).horizontalAdvance(text) + 8.0;
    const QRectF place(onRight ? m_pointer - 2.0 - width : m_pointer + 2.0,
                       area.bottom() - 2.0 * kCursorLine,
                       width,
                       kCursorLine);
    painter.fillRect(place, faded(Ink::Surface, 0.85));
    painter.drawText(place, Qt::AlignCenter, text);
}

void SpectrumPlot::wheelEvent(QWheelEvent* event)
{
    const double at = hertzAt(event->position().x());
    const double factor = std::pow(0.8, event->angleDelta().y() / 120.0);
    show(at - (at - m_low) * factor, at + (m_high - at) * factor);
    event->accept();
}

void SpectrumPlot::mousePressEvent(QMouseEvent* event)
{
    m_panning = event->button() == Qt::LeftButton;
    m_moved = false;
    m_panFrom = event->position().x();
    m_panLow = m_low;
}

void SpectrumPlot::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    m_moved = m_moved || std::abs(x - m_panFrom) > kClickPixels;
    if (m_panning && m_moved) {
        const double moved = (m_panFrom - x) / std::max(1, plotArea().width()) * (m_high - m_low);
        show(m_panLow + moved, m_panLow + moved + (m_high - m_low));
    }
    m_pointer = plotArea().contains(event->position().toPoint()) ? x : -1.0;
    repaintLayer(canvas(), kCursorLayer);
}

void SpectrumPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panning && !m_moved && plotArea().contains(event->position().toPoint())) {
        m_cursor.click({hertzAt(event->position().x())});
        repaintLayer(canvas(), kCursorLayer);
    }
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

PlotTable SpectrumPlot::table() const
{
    std::vector<std::vector<double>> rows;
    const double width = m_spectrum.binWidth.value;
    for (std::size_t bin = 0; bin < m_spectrum.values.size(); ++bin) {
        const double hertz = static_cast<double>(bin) * width;
        if (m_low <= hertz && hertz <= m_high) {
            rows.push_back({hertz, m_spectrum.values[bin]});
        }
    }
    return tableOf({tr("frequency, Hz"), tr("level, %1").arg(m_unit)}, std::move(rows));
}

} // namespace spall::ui
