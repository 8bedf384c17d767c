// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/envelope_panel.h"

#include "core/signal/kurtogram.h"
#include "ui/panels/chip.h"
#include "ui/panels/control_line.h"
#include "ui/plot/band_plot.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <bit>
#include <cmath>

namespace spall::ui {

namespace {

constexpr int kHarmonics = 5;
constexpr int kBandWidth = 232;
constexpr double kPowerSegment = 512.0;
constexpr int kLevels = 5; ///< of the kurtogram that proposes a band

std::span<const double> samplesOf(const SignalSource& source, SampleRange range)
{
    return source.samples().subspan(static_cast<std::size_t>(range.first),
                                    static_cast<std::size_t>(range.size()));
}

} // namespace

EnvelopePanel::EnvelopePanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent), m_plot(new SpectrumPlot), m_bandPlot(new BandPlot)
{
    m_plot->setAccessibleName(tr("Envelope spectrum"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(makePlots(), 1);
    m_plot->setMessage(tr("The envelope spectrum of what is in view appears here."));
    connectFocus();
    showMachine();
    showBand();
}

QWidget* EnvelopePanel::makePlots()
{
    auto* left = new QVBoxLayout;
    left->setSpacing(2);
    left->addWidget(makeControls());
    left->addWidget(m_plot, 1);
    auto* plots = new QWidget;
    auto* row = new QHBoxLayout(plots);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addLayout(left, 1);
    row->addWidget(makeBand());
    return plots;
}

QWidget* EnvelopePanel::makeBand()
{
    m_low = makeHertzBox(tr("Lower edge of the band"));
    m_high = makeHertzBox(tr("Upper edge of the band"));
    auto* propose = new QPushButton(tr("Propose"));
    propose->setToolTip(tr("The band in which the view is most impulsive (kurtogram)"));
    propose->setStyleSheet(QStringLiteral("QPushButton { padding: 5px 6px; }"));
    connect(propose, &QPushButton::clicked, this, &EnvelopePanel::proposeBand);
    auto* edges = new QHBoxLayout;
    edges->setSpacing(4);
    for (QDoubleSpinBox* edge : {m_low, m_high}) {
        edge->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edges->addWidget(edge, 1);
    }
    edges->addWidget(propose);
    auto* band = new QWidget;
    band->setFixedWidth(kBandWidth);
    auto* column = new QVBoxLayout(band);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(2);
    column->addLayout(edges);
    column->addWidget(m_bandPlot, 1);
    return band;
}

void EnvelopePanel::makeChips(ControlLine& line)
{
    const std::array families{
        std::pair{tr("BPFO"), tr("Ball pass frequency, outer race")},
        std::pair{tr("BPFI"), tr("Ball pass frequency, inner race")},
        std::pair{tr("2×BSF"),
                  tr("Twice the ball spin frequency: how often a defect of a "
                     "rolling element strikes")},
        std::pair{tr("FTF"), tr("Fundamental train frequency: how often the cage turns")}};
    for (std::size_t family = 0; family < m_families.size(); ++family) {
        auto* button = new Chip(families[family].first, families[family].second, Ink::Alarm);
        button->setChecked(family == 0);
        connect(button, &Chip::toggled, this, &EnvelopePanel::showMarks);
        m_families[family] = button;
        line.add(button);
    }
    m_sidebands =
        new Chip(tr("±"),
                 tr("Sidebands: a shaft turn apart around BPFI, a cage turn apart around 2×BSF"),
                 Ink::Alarm);
    m_sidebands->setChecked(false);
    m_sidebands->setAccessibleName(tr("Sidebands"));
    connect(m_sidebands, &Chip::toggled, this, &EnvelopePanel::showMarks);
    line.add(m_sidebands);
}

QWidget* EnvelopePanel::makeControls()
{
    m_line = new ControlLine;
    m_bearing = new QComboBox;
    m_bearing->setAccessibleName(tr("Bearing"));
    m_bearing->addItem(tr("Bearing: not said"));
    for (const signal::BearingGeometry& bearing : signal::knownBearings()) {
        m_bearing->addItem(QString::fromStdString(bearing.name));
    }
    m_bearing->setFixedWidth(150);
    m_speed = new QDoubleSpinBox;
    m_speed->setRange(0.0, 60000.0);
    m_speed->setDecimals(0);
    m_speed->setSuffix(tr(" rpm"));
    m_speed->setSpecialValueText(tr("rpm?"));
    m_speed->setAccessibleName(tr("Shaft speed"));
    m_speed->setToolTip(tr("Shaft speed; the lines move with it"));
    m_tolerance = new QDoubleSpinBox;
    m_tolerance->setRange(0.0, 5.0);
    m_tolerance->setSingleStep(0.5);
    m_tolerance->setDecimals(1);
    m_tolerance->setValue(1.0);
    m_tolerance->setPrefix(QStringLiteral("± "));
    m_tolerance->setSuffix(tr(" %"));
    m_tolerance->setAccessibleName(tr("Slip tolerance"));
    m_tolerance->setToolTip(tr("Elements slip, so lines stand a little beside where geometry puts "
                               "them; the shaded strip shows how far"));
    m_line->add(m_bearing);
    m_line->add(m_speed);
    makeChips(*m_line);
    m_line->add(m_tolerance);
    m_line->add(makeCursorChoice(*m_plot));
    return m_line;
}

void EnvelopePanel::connectFocus()
{
    connect(&focus(), &Focus::sourceChanged, this, [this] {
        forget();
        if (focus().source().isEmpty()) {
            m_plot->setMessage(tr("The envelope spectrum of what is in view appears here."));
        }
        showLater();
    });
    connect(&focus().axis(), &TimeAxis::viewChanged, this, &EnvelopePanel::showLater);
    connect(&focus(), &Focus::machineChanged, this, &EnvelopePanel::showMachine);
    connect(&focus(), &Focus::bandChanged, this, &EnvelopePanel::showBand);
    connect(m_bandPlot, &BandPlot::bandDragged, &focus(), &Focus::setBand);
    connect(m_bearing, &QComboBox::currentIndexChanged, this, [this](int row) {
        using Bearing = std::optional<signal::BearingGeometry>;
        focus().setBearing(row > 0
                               ? Bearing(signal::knownBearings()[static_cast<std::size_t>(row - 1)])
                               : std::nullopt);
    });
    connect(m_speed, &QDoubleSpinBox::valueChanged, &focus(), [this](double speed) {
        focus().setSpeed(Rpm{speed});
    });
    connect(m_tolerance, &QDoubleSpinBox::valueChanged, this, &EnvelopePanel::showMarks);
    for (QDoubleSpinBox* edge : {m_low, m_high}) {
        connect(edge, &QDoubleSpinBox::valueChanged, this, [this] {
            focus().setBand({{m_low->value()}, {m_high->value()}});
        });
    }
}

void EnvelopePanel::showMachine()
{
    const QSignalBlocker silent(m_speed);
    m_speed->setValue(focus().machine().speed.value_or(Rpm{0.0}).value);
    const QSignalBlocker silentBearing(m_bearing);
    const auto& bearing = focus().machine().bearing;
    const int row = bearing ? m_bearing->findText(QString::fromStdString(bearing->name)) : 0;
    m_bearing->setCurrentIndex(std::max(0, row));
    showMarks();
}

void EnvelopePanel::showBand()
{
    const QSignalBlocker silentLow(m_low);
    const QSignalBlocker silentHigh(m_high);
    const double top = focus().source().isEmpty() ? 1.0 : focus().source().rate().value / 2.0;
    m_low->setRange(0.0, top);
    m_high->setRange(0.0, top);
    m_low->setValue(focus().band().low.value);
    m_high->setValue(focus().band().high.value);
    m_bandPlot->setBand(focus().band());
    showLater();
}

void EnvelopePanel::proposeBand()
{
    if (focus().source().isEmpty()) {
        return;
    }
    inBackground<Result<signal::Kurtogram>>(
        this,
        [source = focus().source(), range = focus().samplesInView(kMostSamples)] {
            return signal::kurtogram(samplesOf(source, range), source.rate(), kLevels);
        },
        [this](const Result<signal::Kurtogram>& kurtogram) {
            if (kurtogram) {
                focus().setBand(kurtogram->best);
            } else {
                m_line->setNote(QString::fromStdString(sentence(kurtogram.error())));
            }
        });
}

void EnvelopePanel::compute()
{
    if (focus().source().isEmpty()) {
        return;
    }
    run<Spectra>(
        [source = focus().source(),
         range = focus().samplesInView(kMostSamples),
         band = focus().band()] {
            const auto samples = samplesOf(source, range);
            const auto segment = std::min<std::size_t>(static_cast<std::size_t>(kPowerSegment),
                                                       std::bit_floor(samples.size() + 1));
            auto power =
                signal::powerSpectrum(samples, source.rate(), static_cast<SampleCount>(segment));
            return Spectra{signal::squaredEnvelopeSpectrum(samples, source.rate(), band),
                           power ? std::move(*power) : signal::Spectrum{},
                           range.size()};
        },
        [this](const Spectra& spectra) { show(spectra); });
}

void EnvelopePanel::show(const Spectra& spectra)
{
    m_bandPlot->setSpectrum(spectra.power);
    if (!spectra.envelope) {
        m_plot->setMessage(QString::fromStdString(sentence(spectra.envelope.error())));
        m_line->setNote({});
        return;
    }
    const auto lines = focus().frequencies();
    const double rate = focus().source().rate().value;
    const double top = lines ? lines->innerRace.value * (kHarmonics + 0.5) : 600.0;
    m_plot->setSpectrum(
        *spectra.envelope, focus().unit() + QStringLiteral("²"), Hertz{std::min(top, rate / 2.0)});
    m_line->setNote(tr("%1 of signal · %2 a bin")
                        .arg(durationText(duration(spectra.samples, focus().source().rate())),
                             frequencyText(spectra.envelope->binWidth)));
}

void EnvelopePanel::showMarks()
{
    std::vector<FrequencyMark> marks;
    if (const auto found = focus().frequencies()) {
        const double tolerance = m_tolerance->value() / 100.0;
        const bool sidebands = m_sidebands->isChecked();
        const std::array candidates{
            FrequencyMark{found->outerRace, QStringLiteral("BPFO"), Qt::DashLine, tolerance, {}},
            FrequencyMark{found->innerRace,
                          QStringLiteral("BPFI"),
                          Qt::DotLine,
                          tolerance,
                          sidebands ? found->shaft : Hertz{}},
            FrequencyMark{Hertz{2.0 * found->element.value},
                          QStringLiteral("2×BSF"),
                          Qt::DashDotLine,
                          tolerance,
                          sidebands ? found->cage : Hertz{}},
            FrequencyMark{found->cage, QStringLiteral("FTF"), Qt::DashDotDotLine, tolerance, {}}};
        for (std::size_t family = 0; family < candidates.size(); ++family) {
            if (m_families[family]->isChecked()) {
                marks.push_back(candidates[family]);
            }
        }
    }
    m_plot->setMarks(std::move(marks), kHarmonics);
}

} // namespace spall::ui
