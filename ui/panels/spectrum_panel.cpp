// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/spectrum_panel.h"

#include "ui/panels/chip.h"
#include "ui/panels/control_line.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>
#include <bit>

namespace spall::ui {

namespace {
constexpr SampleCount kShortest = 256;
constexpr SampleCount kLongest = 65536;
constexpr SampleCount kUsual = 4096;
} // namespace

SpectrumPanel::SpectrumPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_plot(new SpectrumPlot),
      m_line(new ControlLine),
      m_segment(new QComboBox),
      m_decibel(new Chip(tr("dB"), tr("Levels in decibel instead of linear"), Ink::Text)),
      m_orders(new Chip(tr("orders"),
                        tr("Count frequencies in turns of the shaft; needs the shaft speed"),
                        Ink::Text))
{
    m_plot->setAccessibleName(tr("Power spectrum"));
    for (SampleCount length = kShortest; length <= kLongest; length *= 2) {
        m_segment->addItem(tr("%1 samples").arg(countText(length)), static_cast<qlonglong>(length));
    }
    m_segment->setCurrentIndex(m_segment->findData(static_cast<qlonglong>(kUsual)));
    m_segment->setAccessibleName(tr("Segment length"));
    m_segment->setToolTip(
        tr("Segments of this length, half overlapping, each through a Hann window, "
           "are averaged (Welch). Longer: finer lines, fewer averages."));
    m_orders->setChecked(false);
    m_line->addLabel(tr("Hann, Welch"));
    m_line->add(m_segment);
    m_line->add(m_decibel);
    m_line->add(m_orders);
    m_line->add(makeCursorChoice(*m_plot));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_line);
    column->addWidget(m_plot, 1);
    m_plot->setLevelScale(LevelScale::Power);
    m_plot->setMessage(tr("The power spectrum of what is in view appears here."));
    connect(m_segment, &QComboBox::currentIndexChanged, this, &SpectrumPanel::showLater);
    connect(m_decibel, &Chip::toggled, this, [this](bool on) {
        m_plot->setLevelScale(on ? LevelScale::Power : LevelScale::Linear);
    });
    connect(m_orders, &Chip::toggled, this, &SpectrumPanel::showShaft);
    connect(&focus, &Focus::machineChanged, this, &SpectrumPanel::showShaft);
    connect(&focus, &Focus::sourceChanged, this, [this] {
        forget();
        showLater();
    });
    connect(&focus.axis(), &TimeAxis::viewChanged, this, &SpectrumPanel::showLater);
    showShaft();
}

void SpectrumPanel::showShaft()
{
    const auto speed = focus().machine().speed;
    m_orders->setEnabled(speed.has_value());
    m_plot->setShaft(speed && m_orders->isChecked() ? std::optional(frequency(*speed))
                                                    : std::nullopt);
}

SampleCount SpectrumPanel::segment() const
{
    const SampleCount inView = focus().samplesInView(kMostSamples).size();
    const auto longest = static_cast<SampleCount>(std::bit_floor(static_cast<std::size_t>(inView)));
    return std::min<SampleCount>(m_segment->currentData().toLongLong(), longest);
}

void SpectrumPanel::compute()
{
    if (focus().source().isEmpty()) {
        m_plot->setMessage(tr("The power spectrum of what is in view appears here."));
        return;
    }
    const SampleRange range = focus().samplesInView(kMostSamples);
    const SampleCount length = segment();
    run<signal::Spectrum>(
        [source = focus().source(), range, length] {
            const auto samples = source.samples().subspan(static_cast<std::size_t>(range.first),
                                                          static_cast<std::size_t>(range.size()));
            return signal::powerSpectrum(samples, source.rate(), length);
        },
        [this, range, length](const Result<signal::Spectrum>& spectrum) {
            if (!spectrum) {
                m_plot->setMessage(errorText(spectrum.error()));
                m_line->setNote({});
                return;
            }
            const SampleCount averages = (range.size() - length) / (length - length / 2) + 1;
            m_plot->setSpectrum(*spectrum,
                                focus().unit() + QStringLiteral("²/Hz"),
                                Hertz{focus().source().rate().value / 2.0});
            m_line->setNote(tr("%1 of signal · %2 averages · %3 a bin")
                                .arg(durationText(duration(range.size(), focus().source().rate())),
                                     countText(averages),
                                     frequencyText(spectrum->binWidth)));
        });
}

} // namespace spall::ui
