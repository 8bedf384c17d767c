// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/residual_plot.h"

#include "ui/plot/painted_layer.h"
#include "ui/plot/plot_style.h"
#include "ui/plot/tickers.h"
#include "ui/plot/window_tint.h"

#include <QPainter>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

ResidualPlot::ResidualPlot(TimeAxis& axis, QWidget* parent)
    : TimePlot(axis, TimeLabels::Hidden, parent)
{
    canvas().addGraph()->setAdaptiveSampling(false);
    useNumberTicks(*canvas().yAxis, 3);
    addPainter(
        canvas(), kTintLayer, Clip::Inside, [this](QPainter& painter) { paintTint(painter); });
    setAccessibleName(tr("Residual"));
    restyle();
}

void ResidualPlot::setReconstruction(std::shared_ptr<const ReconstructionTraces> reconstruction)
{
    m_reconstruction = std::move(reconstruction);
    m_reach = 1.0;
    m_lineColumns = 0;
    if (m_reconstruction && !m_reconstruction->isEmpty()) {
        const auto& recording = *m_reconstruction->scored().recording;
        const SampleCount count = recording.sampleCount();
        const auto whole = m_reconstruction->residual({.range = {0, count},
                                                       .group = std::max<SampleCount>(1, count),
                                                       .rate = recording.rate.value});
        if (!whole.empty() && hasValues(whole.front())) {
            m_reach = std::max(std::abs(static_cast<double>(whole.front().low)),
                               std::abs(static_cast<double>(whole.front().high)));
        }
    }
    refresh();
}

void ResidualPlot::setWindows(WindowScoresPtr windows)
{
    m_windows = std::move(windows);
    refresh();
}

void ResidualPlot::setTintVisible(bool visible)
{
    m_tint = visible;
    refresh();
}

QSize ResidualPlot::sizeHint() const
{
    return {600, 90};
}

void ResidualPlot::restyle()
{
    TimePlot::restyle();
    canvas().graph(0)->setPen(QPen(faded(Ink::Signal, 1.0), 1));
}

void ResidualPlot::fillView()
{
    m_cells = m_windows ? visibleCells(*m_windows, shownRange(), plotArea().width())
                        : std::vector<WindowCell>{};
    if (m_lineColumns == pixelColumns() && m_lineView == shownRange()) {
        return;
    }
    m_lineColumns = pixelColumns();
    m_lineView = shownRange();
    canvas().graph(0)->data()->clear();
    if (!m_reconstruction || m_reconstruction->isEmpty()) {
        return;
    }
    const auto& recording = *m_reconstruction->scored().recording;
    const ColumnGrid grid =
        columnGrid(shownRange(), recording.rate.value, recording.sampleCount(), pixelColumns());
    const Trace trace = traceOf(m_reconstruction->residual(grid), grid);
    canvas().graph(0)->setData(trace.time, trace.value, true);
    canvas().graph(0)->setAntialiased(!trace.isDense);
    const double room = m_reach > 0.0 ? m_reach * 1.08 : 1.0;
    canvas().yAxis->setRange(-room, room);
}

void ResidualPlot::paintTint(QPainter& painter)
{
    if (m_tint && m_windows) {
        paintWindowTint(
            painter, plotArea(), *m_windows, m_cells, [this](double time) { return xAt(time); });
    }
}

PlotTable ResidualPlot::table() const
{
    if (!m_reconstruction || m_reconstruction->isEmpty()) {
        return {};
    }
    const auto& scored = m_reconstruction->scored();
    const QString unit = QString::fromStdString(
        scored.recording->channels.at(static_cast<std::size_t>(scored.channel)).unit);
    const Hertz rate = scored.recording->rate.value;
    const SampleRange range = samplesWithin(shownRange(), rate, scored.recording->sampleCount());
    const auto row = [traces = m_reconstruction, rate, first = range.first](std::size_t at) {
        const SampleIndex sample = first + static_cast<SampleIndex>(at);
        return std::vector<double>{static_cast<double>(sample) / rate.value,
                                   static_cast<double>(traces->residualAt(sample))};
    };
    return {{tr("time, s"), unit.isEmpty() ? tr("residual") : tr("residual, %1").arg(unit)},
            static_cast<std::size_t>(range.size()),
            row};
}

} // namespace spall::ui
