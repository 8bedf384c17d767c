// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/band_plot.h"

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
constexpr double kGripPixels = 7.0;
constexpr double kNarrowest = 0.01; ///< of half the rate
constexpr double kShown = 70.0;     ///< decibel below the peak
} // namespace

BandPlot::BandPlot(QWidget* parent) : Plot(parent)
{
    canvas().axisRect()->setMargins({8, 4, 8, 20});
    canvas().addGraph()->setAdaptiveSampling(false);
    useNumberTicks(*canvas().xAxis, 4);
    canvas().yAxis->setTicks(false);
    canvas().yAxis->setTickLabels(false);
    canvas().yAxis->grid()->setVisible(false);
    addPainter(
        canvas(), kBarsLayer, Clip::Inside, [this](QPainter& painter) { paintBand(painter); });
    setAccessibleName(tr("Band of the envelope, Hz"));
    setToolTip(tr("Power spectrum of the view. The envelope is taken of the shaded band: drag the "
                  "band or one of its edges."));
    restyle();
}

void BandPlot::setSpectrum(signal::Spectrum power)
{
    m_power = std::move(power);
    refresh();
}

void BandPlot::setBand(const signal::Band& band)
{
    m_band = band;
    refresh();
}

QSize BandPlot::sizeHint() const
{
    return {210, 150};
}

double BandPlot::highest() const
{
    return m_power.values.empty()
               ? std::max(1.0, m_band.high.value)
               : m_power.binWidth.value * static_cast<double>(m_power.values.size() - 1);
}

double BandPlot::xAt(Hertz frequency) const
{
    return canvas().xAxis->coordToPixel(frequency.value);
}

void BandPlot::restyle()
{
    Plot::restyle();
    canvas().graph(0)->setPen(QPen(faded(Ink::Signal, 1.0), 1));
}

void BandPlot::fill()
{
    canvas().xAxis->setRange(0.0, highest());
    QVector<double> x;
    QVector<double> y;
    double peak = -300.0;
    for (std::size_t bin = 1; bin < m_power.values.size(); ++bin) {
        x.push_back(static_cast<double>(bin) * m_power.binWidth.value);
        y.push_back(10.0 * std::log10(std::max(m_power.values[bin], 1e-30)));
        peak = std::max(peak, y.back());
    }
    canvas().graph(0)->setData(x, y, true);
    canvas().yAxis->setRange(peak - kShown, peak + 4.0);
}

void BandPlot::paintBand(QPainter& painter)
{
    const QRect area = plotArea();
    const double left = xAt(m_band.low);
    const double right = xAt(m_band.high);
    painter.fillRect(QRectF(left, area.top(), right - left, area.height()),
                     faded(Ink::Threshold, 0.22));
    painter.setPen(QPen(faded(Ink::Threshold, 1.0), 2));
    painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()));
    painter.drawLine(QPointF(right, area.top()), QPointF(right, area.bottom()));
}

BandPlot::Grip BandPlot::gripAt(double x) const
{
    const double low = xAt(m_band.low);
    const double high = xAt(m_band.high);
    if (std::abs(x - low) <= kGripPixels && std::abs(x - low) <= std::abs(x - high)) {
        return Grip::Low;
    }
    if (std::abs(x - high) <= kGripPixels) {
        return Grip::High;
    }
    return low < x && x < high ? Grip::Whole : Grip::None;
}

void BandPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_grip = gripAt(event->position().x());
        m_grabbed = canvas().xAxis->pixelToCoord(event->position().x()) - m_band.low.value;
    }
}

void BandPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->position().x());
        setCursor(grip == Grip::None    ? Qt::ArrowCursor
                  : grip == Grip::Whole ? Qt::OpenHandCursor
                                        : Qt::SizeHorCursor);
        return;
    }
    const double top = highest();
    const double narrowest = kNarrowest * top;
    const double at = canvas().xAxis->pixelToCoord(event->position().x());
    signal::Band band = m_band;
    if (m_grip == Grip::Low) {
        band.low.value = std::clamp(at, 0.0, band.high.value - narrowest);
    } else if (m_grip == Grip::High) {
        band.high.value = std::clamp(at, band.low.value + narrowest, top);
    } else {
        const double width = band.high.value - band.low.value;
        band.low.value = std::clamp(at - m_grabbed, 0.0, top - width);
        band.high.value = band.low.value + width;
    }
    setBand(band);
    Q_EMIT bandDragged(band);
}

void BandPlot::mouseReleaseEvent(QMouseEvent*)
{
    m_grip = Grip::None;
}

} // namespace spall::ui
