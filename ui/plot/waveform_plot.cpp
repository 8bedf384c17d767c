// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/waveform_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/tickers.h"
#include "ui/plot/window_tint.h"

#include <QMouseEvent>
#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

enum WaveformGraph { SignalLine, BandLow, BandHigh, MedianLine };
constexpr int kLabelRow = 14;
constexpr double kGripReach = 6.0; ///< pixels on either side of an end

} // namespace

WaveformPlot::WaveformPlot(TimeAxis& axis, QWidget* parent)
    : TimePlot(axis, TimeLabels::Hidden, parent)
{
    for (int graph = SignalLine; graph <= MedianLine; ++graph) {
        canvas().addGraph()->setAdaptiveSampling(false);
    }
    canvas().graph(BandHigh)->setChannelFillGraph(canvas().graph(BandLow));
    useNumberTicks(*canvas().yAxis, 5);
    addPainter(
        canvas(), kTintLayer, Clip::Inside, [this](QPainter& painter) { paintTint(painter); });
    addPainter(
        canvas(), kMarksLayer, Clip::Inside, [this](QPainter& painter) { paintLabels(painter); });
    setAccessibleName(tr("Signal and reconstruction"));
    restyle();
}

void WaveformPlot::setSignal(const SignalSource& source)
{
    m_signal = source;
    refreshLines();
}

void WaveformPlot::setReconstruction(std::shared_ptr<const ReconstructionTraces> reconstruction)
{
    m_reconstruction = std::move(reconstruction);
    refreshLines();
}

void WaveformPlot::setWindows(WindowScoresPtr windows)
{
    m_windows = std::move(windows);
    refresh();
}

void WaveformPlot::setLabels(std::vector<LabelSpan> labels)
{
    m_labels = std::move(labels);
    refresh();
}

void WaveformPlot::setPartVisible(Part part, bool visible)
{
    switch (part) {
    case Part::Signal:
        canvas().graph(SignalLine)->setVisible(visible);
        break;
    case Part::Reconstruction:
        canvas().graph(MedianLine)->setVisible(visible);
        break;
    case Part::Band:
        for (const int graph : {BandLow, BandHigh}) {
            canvas().graph(graph)->setVisible(visible);
        }
        break;
    case Part::Tint:
        m_tint = visible;
        break;
    }
    refreshLines();
}

QSize WaveformPlot::sizeHint() const
{
    return {600, 240};
}

void WaveformPlot::restyle()
{
    TimePlot::restyle();
    canvas().graph(SignalLine)->setPen(QPen(faded(Ink::Signal, 1.0), 1));
    canvas().graph(BandLow)->setPen(Qt::NoPen);
    canvas().graph(BandHigh)->setPen(Qt::NoPen);
    canvas().graph(BandHigh)->setBrush(faded(Ink::Reconstruction, 0.25));
    m_linesColumns = 0; // the pen of the median depends on how dense it is
}

void WaveformPlot::refreshLines()
{
    m_linesColumns = 0;
    refresh();
}

void WaveformPlot::fillView()
{
    m_cells = m_windows ? visibleCells(*m_windows, shownRange(), plotArea().width())
                        : std::vector<WindowCell>{};
    if (m_linesColumns == pixelColumns() && m_linesView == shownRange()) {
        return;
    }
    m_linesColumns = pixelColumns();
    m_linesView = shownRange();
    for (int graph = SignalLine; graph <= MedianLine; ++graph) {
        canvas().graph(graph)->data()->clear();
    }
    if (!m_signal.isEmpty()) {
        fillSignal();
        fillReconstruction();
    }
}

void WaveformPlot::fillSignal()
{
    const SampleCount count = m_signal.recording->sampleCount();
    const ColumnGrid grid = columnGrid(shownRange(), m_signal.rate(), count, pixelColumns());
    const Trace trace = traceOf(columnExtremes(m_signal, grid), grid);
    QCPGraph& line = *canvas().graph(SignalLine);
    line.setData(trace.time, trace.value, true);
    line.setAntialiased(!trace.isDense);

    // The scale is the whole recording's, so that panning and zooming do not move the ground.
    const auto whole = m_signal.pyramid->summary(m_signal.samples(), {0, count}, 1);
    if (!whole.empty() && hasValues(whole.front())) {
        const double reach = std::max(std::abs(static_cast<double>(whole.front().low)),
                                      std::abs(static_cast<double>(whole.front().high)));
        const double room = reach > 0.0 ? reach * 1.08 : 1.0;
        canvas().yAxis->setRange(-room, room);
    }
}

void WaveformPlot::fillReconstruction()
{
    const bool isShown =
        canvas().graph(MedianLine)->realVisibility() || canvas().graph(BandHigh)->realVisibility();
    if (!m_reconstruction || m_reconstruction->isEmpty() || !isShown) {
        return;
    }
    const auto& recording = *m_reconstruction->scored().recording;
    const ColumnGrid grid =
        columnGrid(shownRange(), recording.rate.value, recording.sampleCount(), pixelColumns());
    const Trace median = traceOf(m_reconstruction->median(grid), grid);
    canvas().graph(MedianLine)->setData(median.time, median.value, true);
    canvas().graph(MedianLine)->setAntialiased(!median.isDense);
    // A wider pen would stroke thousands of tall zigzags as shapes: a hundred times slower.
    canvas()
        .graph(MedianLine)
        ->setPen(QPen(faded(Ink::Reconstruction, 1.0), median.isDense ? 1.0 : 1.4));
    canvas().graph(BandHigh)->setAntialiasedFill(!median.isDense);
    const auto [low, high] = edgesOf(m_reconstruction->band(grid), grid);
    canvas().graph(BandLow)->setData(low.time, low.value, true);
    canvas().graph(BandHigh)->setData(high.time, high.value, true);
}

void WaveformPlot::paintTint(QPainter& painter)
{
    if (m_tint && m_windows) {
        paintWindowTint(
            painter, plotArea(), *m_windows, m_cells, [this](double time) { return xAt(time); });
    }
}

void WaveformPlot::paintLabels(QPainter& painter)
{
    const QRect area = plotArea();
    painter.setFont(labelFont());
    for (const LabelSpan& label : m_labels) {
        const double left = std::max<double>(area.left(), xAt(label.time.first));
        const double right = std::min<double>(area.right(), xAt(label.time.last));
        if (right <= left) {
            continue;
        }
        const Ink ink = label.isFault ? Ink::Alarm : Ink::Healthy;
        const QRectF row(left, area.bottom() - kLabelRow, right - left, kLabelRow);
        painter.fillRect(row, faded(ink, 0.25));
        painter.setPen(faded(Ink::Text, 1.0));
        painter.drawText(row.adjusted(4, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft, label.name);
    }
    paintUnit(painter);
}

void WaveformPlot::paintUnit(QPainter& painter)
{
    if (m_signal.isEmpty()) {
        return;
    }
    const auto& channel = m_signal.recording->channels[static_cast<std::size_t>(m_signal.channel)];
    const QString unit = QString::fromStdString(channel.unit);
    if (!unit.isEmpty()) {
        painter.setFont(labelFont());
        painter.setPen(faded(Ink::TextMuted, 1.0));
        painter.drawText(plotArea().adjusted(4, 6, -4, -4), Qt::AlignTop | Qt::AlignLeft, unit);
    }
}

void WaveformPlot::paintCursor(QPainter& painter)
{
    if (const auto& marked = m_selecting ? m_selecting : m_selected) {
        const QRect area = plotArea();
        const double left = xAt(marked->first);
        painter.fillRect(QRectF(left, area.top(), xAt(marked->last) - left, area.height()),
                         faded(Ink::Text, 0.15));
    }
    TimePlot::paintCursor(painter);
}

std::optional<WaveformPlot::Grip> WaveformPlot::gripAt(QPointF at) const
{
    const QRect area = plotArea();
    if (at.y() < area.bottom() - kLabelRow || at.y() > area.bottom()) {
        return std::nullopt;
    }
    for (const LabelSpan& label : m_labels) {
        if (std::abs(at.x() - xAt(label.time.last)) <= kGripReach) {
            return Grip{label.index, label.time.first};
        }
        if (std::abs(at.x() - xAt(label.time.first)) <= kGripReach) {
            return Grip{label.index, label.time.last};
        }
    }
    return std::nullopt;
}

void WaveformPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier) {
        m_grip = gripAt(event->position());
        if (m_grip) {
            return;
        }
    }
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier)) {
        const double time = timeAt(event->position().x());
        m_selecting = TimeRange{time, time};
        return;
    }
    TimePlot::mousePressEvent(event);
}

void WaveformPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_selecting) {
        m_selecting->last = timeAt(event->position().x());
        refreshCursor();
        return;
    }
    if (m_grip) {
        const double time = timeAt(event->position().x());
        Q_EMIT labelResized(m_grip->index,
                            {std::min(time, m_grip->other), std::max(time, m_grip->other)});
        return;
    }
    if (event->buttons() == Qt::NoButton) {
        gripAt(event->position()) ? setCursor(Qt::SizeHorCursor) : unsetCursor();
    }
    TimePlot::mouseMoveEvent(event);
}

void WaveformPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_grip) {
        m_grip.reset();
        Q_EMIT labelReleased();
        return;
    }
    if (!m_selecting) {
        TimePlot::mouseReleaseEvent(event);
        return;
    }
    const auto [first, last] = std::minmax(m_selecting->first, m_selecting->last);
    const TimeRange whole = axis().whole();
    const TimeRange stretch{std::max(whole.first, first), std::min(whole.last, last)};
    m_selecting.reset();
    if (stretch.length() > 0.0) {
        m_selected = stretch;
    }
    refreshCursor();
    if (stretch.length() > 0.0) {
        Q_EMIT stretchSelected(stretch, event->globalPosition().toPoint());
    }
}

void WaveformPlot::forgetSelection()
{
    m_selected.reset();
    refreshCursor();
}

PlotTable WaveformPlot::table() const
{
    if (m_signal.isEmpty()) {
        return {};
    }
    const auto& channel = m_signal.recording->channels[static_cast<std::size_t>(m_signal.channel)];
    const QString unit = QString::fromStdString(channel.unit);
    const bool isScored = m_reconstruction && !m_reconstruction->isEmpty();
    const QString name = unit.isEmpty() ? tr("signal") : tr("signal, %1").arg(unit);
    QStringList columns{tr("time, s"), name};
    if (isScored) {
        columns << (unit.isEmpty() ? tr("residual") : tr("residual, %1").arg(unit));
    }
    const SampleRange range = samplesWithin(
        shownRange(), m_signal.rate(), static_cast<SampleCount>(m_signal.samples().size()));
    const auto row = [signal = m_signal,
                      traces = isScored ? m_reconstruction : nullptr,
                      first = range.first](std::size_t at) {
        const SampleIndex sample = first + static_cast<SampleIndex>(at);
        std::vector<double> values{static_cast<double>(sample) / signal.rate().value,
                                   signal.samples()[static_cast<std::size_t>(sample)]};
        if (traces) {
            values.push_back(static_cast<double>(traces->residualAt(sample)));
        }
        return values;
    };
    return {columns, static_cast<std::size_t>(range.size()), row};
}

} // namespace spall::ui
