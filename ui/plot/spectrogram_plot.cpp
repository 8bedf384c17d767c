// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrogram_plot.h"

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

constexpr double kSilence = 1e-30;
constexpr double kQuiet = 0.2;  ///< share of the values that are left as quiet as the paper
constexpr double kRange = 10.0; ///< decibel that the colours span at least

double decibel(float power)
{
    return 10.0 * std::log10(std::max(static_cast<double>(power), kSilence));
}

} // namespace

SpectrogramPlot::SpectrogramPlot(TimeAxis& axis, QWidget* parent)
    : TimePlot(axis, TimeLabels::Shown, parent)
{
    canvas().xAxis->grid()->setVisible(false);
    canvas().yAxis->grid()->setVisible(false);
    useNumberTicks(*canvas().yAxis, 5);
    addPainter(
        canvas(), kTintLayer, Clip::Inside, [this](QPainter& painter) { paintImage(painter); });
    addPainter(canvas(), kMarksLayer, Clip::None, [this](QPainter& painter) {
        painter.setFont(labelFont());
        painter.setPen(faded(Ink::TextMuted, 1.0));
        painter.drawText(
            QRect(0, 0, kPlotLeft - 8, 14), Qt::AlignRight | Qt::AlignVCenter, tr("Hz"));
    });
    setAccessibleName(tr("Spectrogram"));
    restyle();
}

void SpectrogramPlot::setSpectrogram(std::shared_ptr<const signal::Spectrogram> spectrogram,
                                     double first,
                                     const QString& unit)
{
    m_spectrogram = std::move(spectrogram);
    m_first = first;
    m_unit = unit;
    m_message.clear();
    makeImage();
    refresh();
}

void SpectrogramPlot::setMessage(const QString& message)
{
    m_spectrogram.reset();
    m_image = {};
    m_message = message;
    refresh();
}

double SpectrogramPlot::highest() const
{
    return m_spectrogram ? m_spectrogram->binWidth.value * (m_spectrogram->bins - 1) : 1.0;
}

double SpectrogramPlot::timeOf(double frame) const
{
    return m_first + m_spectrogram->firstCentre.value + frame * m_spectrogram->frameStep.value;
}

void SpectrogramPlot::makeImage()
{
    const signal::Spectrogram& map = *m_spectrogram;
    float loudest = 0.0F;
    for (int frame = 0; frame < map.frames; ++frame) {
        for (int bin = 1; bin < map.bins; ++bin) {
            loudest = std::max(loudest, map.at(frame, bin));
        }
    }
    const double top = decibel(loudest);
    std::vector<float> quiet;
    for (std::size_t at = 0; at < map.powers.size(); at += 7) {
        quiet.push_back(map.powers[at]);
    }
    const auto place =
        quiet.begin() + static_cast<std::ptrdiff_t>(kQuiet * static_cast<double>(quiet.size()));
    std::nth_element(quiet.begin(), place, quiet.end());
    const double range = std::max(kRange, top - decibel(*place));
    m_image = QImage(map.frames, map.bins, QImage::Format_RGB32);
    for (int bin = 0; bin < map.bins; ++bin) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(map.bins - 1 - bin));
        for (int frame = 0; frame < map.frames; ++frame) {
            const double share = 1.0 - (top - decibel(map.at(frame, bin))) / range;
            line[frame] = heatColour(share).rgb();
        }
    }
}

void SpectrogramPlot::restyle()
{
    TimePlot::restyle();
    if (m_spectrogram) {
        makeImage();
    }
}

QSize SpectrogramPlot::sizeHint() const
{
    return {600, 180};
}

void SpectrogramPlot::fillView()
{
    canvas().yAxis->setRange(0.0, highest());
}

void SpectrogramPlot::paintImage(QPainter& painter)
{
    if (!m_spectrogram) {
        painter.setFont(labelFont());
        painter.setPen(faded(Ink::TextMuted, 1.0));
        painter.drawText(plotArea(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const QRect area = plotArea();
    const double left = xAt(timeOf(-0.5));
    const double right = xAt(timeOf(m_spectrogram->frames - 0.5));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(left, area.top(), right - left, area.height() + 1.0), m_image);
}

void SpectrogramPlot::mouseMoveEvent(QMouseEvent* event)
{
    TimePlot::mouseMoveEvent(event);
    const QPointF place = event->position();
    if (!m_spectrogram || !plotArea().contains(place.toPoint())) {
        Q_EMIT pointed({});
        return;
    }
    const double hertz = canvas().yAxis->pixelToCoord(place.y());
    const auto bin = static_cast<int>(std::lround(hertz / m_spectrogram->binWidth.value));
    const auto frame = static_cast<int>(
        std::lround((timeAt(place.x()) - timeOf(0.0)) / m_spectrogram->frameStep.value));
    const bool isInside =
        bin >= 0 && bin < m_spectrogram->bins && frame >= 0 && frame < m_spectrogram->frames;
    Q_EMIT pointed(
        isInside ? tr("%1 · %2 dB re 1 %3")
                       .arg(frequencyText(Hertz{hertz}),
                            QLocale().toString(decibel(m_spectrogram->at(frame, bin)), 'f', 1),
                            m_unit)
                 : QString());
}

PlotTable SpectrogramPlot::table() const
{
    if (!m_spectrogram || m_spectrogram->bins == 0) {
        return {};
    }
    const QStringList columns{
        tr("time, s"), tr("frequency, Hz"), tr("power density, %1").arg(m_unit)};
    const auto bins = static_cast<std::size_t>(m_spectrogram->bins);
    const auto row = [map = m_spectrogram, first = timeOf(0), bins](std::size_t at) {
        const auto frame = static_cast<int>(at / bins);
        const auto bin = static_cast<int>(at % bins);
        return std::vector<double>{first + frame * map->frameStep.value,
                                   bin * map->binWidth.value,
                                   static_cast<double>(map->at(frame, bin))};
    };
    return {columns, static_cast<std::size_t>(m_spectrogram->frames) * bins, row};
}

} // namespace spall::ui
