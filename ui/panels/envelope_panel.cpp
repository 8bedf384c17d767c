// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/envelope_panel.h"

#include "core/pipeline/family_reading.h"
#include "core/signal/kurtogram.h"
#include "ui/panels/chip.h"
#include "ui/panels/control_line.h"
#include "ui/panels/machine_choice.h"
#include "ui/plot/band_plot.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <bit>
#include <cmath>

namespace spall::ui {

namespace {

constexpr int kHarmonics = 5;
constexpr int kToleranceWidth = 62;
constexpr int kBandWidth = 232;
constexpr int kRoomForBand = 560;
constexpr double kPowerSegment = 512.0;
constexpr int kProposalLevels = 5; ///< of the kurtogram that proposes a band

std::span<const double> samplesOf(const SignalSource& source, SampleRange range)
{
    return source.samples().subspan(static_cast<std::size_t>(range.first),
                                    static_cast<std::size_t>(range.size()));
}

/// As much of the end of a healthy recording, which the model has least likely learned.
std::span<const double> lastOf(const SignalSource& healthy, std::size_t wanted)
{
    const auto all = healthy.isEmpty() ? std::span<const double>{} : healthy.samples();
    return all.last(std::min(wanted, all.size()));
}

/// Unset where the machine is not known or the stretch too short to tell one family from another.
std::optional<FamilyVerdict> verdictOf(const pipeline::FamilyQuestion& question,
                                       const pipeline::Machine& machine)
{
    auto reading = pipeline::readFamily(question, machine);
    if (!reading) {
        return std::nullopt;
    }
    FamilyVerdict verdict{std::move(reading->nearest), std::move(reading->inBand), std::nullopt};
    if (reading->healthy) {
        const auto kind = verdict.overall.families.front().kind;
        for (const auto& family : reading->healthy->families) {
            if (family.kind == kind) {
                verdict.healthyShare = family.energyShare;
            }
        }
    }
    return verdict;
}

} // namespace

EnvelopePanel::EnvelopePanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_plot(new SpectrumPlot),
      m_bandPlot(new BandPlot),
      m_verdict(new QLabel)
{
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setContentsMargins(10, 0, 10, 0);
    setLook(m_verdict, "muted");
    m_plot->setAccessibleName(tr("Envelope spectrum"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeControls());
    column->addWidget(m_verdict);
    column->addWidget(makePlots(), 1);
    m_plot->setMessage(tr("The envelope spectrum of what is in view appears here."));
    showVerdict(std::nullopt);
    connectFocus();
    showMachine();
    showBand();
}

QWidget* EnvelopePanel::makePlots()
{
    auto* plots = new QWidget;
    auto* row = new QHBoxLayout(plots);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_plot, 1);
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
    m_band = new QWidget;
    m_band->setFixedWidth(kBandWidth);
    auto* column = new QVBoxLayout(m_band);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(2);
    column->addLayout(edges);
    column->addWidget(m_bandPlot, 1);
    return m_band;
}

/// Beside other views there may be room for one plot only; the kurtogram proposes bands too.
void EnvelopePanel::resizeEvent(QResizeEvent* event)
{
    DockPanel::resizeEvent(event);
    m_band->setVisible(width() >= kRoomForBand);
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
        connect(button, &Chip::clicked, this, [this] { m_isChosen = true; });
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
    m_tolerance = new QDoubleSpinBox;
    m_tolerance->setRange(0.0, 5.0);
    m_tolerance->setSingleStep(0.5);
    m_tolerance->setDecimals(1);
    m_tolerance->setValue(1.0);
    m_tolerance->setFixedWidth(kToleranceWidth);
    m_tolerance->setPrefix(QStringLiteral("± "));
    m_tolerance->setSuffix(tr(" %"));
    m_tolerance->setAccessibleName(tr("Slip tolerance"));
    m_tolerance->setToolTip(tr("Elements slip, so lines stand a little beside where geometry puts "
                               "them; the shaded strip shows how far"));
    m_line->add(new MachineChoice(focus()));
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
    connect(m_tolerance, &QDoubleSpinBox::valueChanged, this, &EnvelopePanel::showMarks);
    for (QDoubleSpinBox* edge : {m_low, m_high}) {
        connect(edge, &QDoubleSpinBox::valueChanged, this, [this] {
            focus().setBand({{m_low->value()}, {m_high->value()}});
        });
    }
}

void EnvelopePanel::showMachine()
{
    showMarks();
    showLater(); // the verdict speaks of the machine
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
    inBackground<signal::Kurtogram>(
        this,
        [source = focus().source(), range = focus().samplesInView(kMostSamples)] {
            return signal::kurtogram(samplesOf(source, range), source.rate(), kProposalLevels);
        },
        [this](const Result<signal::Kurtogram>& kurtogram) {
            if (kurtogram) {
                focus().setBand(kurtogram->best);
            } else {
                m_line->setNote(errorText(kurtogram.error()));
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
         healthy = focus().healthySource(),
         range = focus().samplesInView(kMostSamples),
         band = focus().band(),
         machine = focus().machine()] {
            const auto samples = samplesOf(source, range);
            const auto segment = std::min<std::size_t>(static_cast<std::size_t>(kPowerSegment),
                                                       std::bit_floor(samples.size() + 1));
            auto power =
                signal::powerSpectrum(samples, source.rate(), static_cast<SampleCount>(segment));
            return Spectra{
                signal::squaredEnvelopeSpectrum(samples, source.rate(), band),
                power ? std::move(*power) : signal::Spectrum{},
                range.size(),
                verdictOf({samples, lastOf(healthy, samples.size()), source.rate(), band},
                          machine)};
        },
        [this](const Result<Spectra>& spectra) {
            if (spectra) {
                show(*spectra);
            } else {
                showProblem(spectra.error());
            }
        });
}

void EnvelopePanel::showProblem(const Error& problem)
{
    m_plot->setMessage(errorText(problem));
    showVerdict(std::nullopt);
    m_line->setNote({});
}

void EnvelopePanel::show(const Spectra& spectra)
{
    m_bandPlot->setSpectrum(spectra.power);
    if (!spectra.envelope) {
        showProblem(spectra.envelope.error());
        return;
    }
    const auto lines = focus().frequencies();
    const double rate = focus().source().rate().value;
    const double top = lines ? lines->innerRace.value * (kHarmonics + 0.5) : 600.0;
    m_plot->setSpectrum(
        *spectra.envelope, focus().unit() + QStringLiteral("²"), Hertz{std::min(top, rate / 2.0)});
    showVerdict(spectra.verdict);
    followVerdict(spectra.verdict);
    m_line->setNote(tr("%1 of signal · %2 a bin")
                        .arg(durationText(duration(spectra.samples, focus().source().rate())),
                             frequencyText(spectra.envelope->binWidth)));
}

void EnvelopePanel::showVerdict(const std::optional<FamilyVerdict>& verdict)
{
    const bool isClear = verdict && verdict->overall.certainty == signal::Certainty::Clear;
    focus().setFound(isClear ? std::optional(verdict->overall.families.front().kind)
                             : std::nullopt);
    QStringList said;
    if (verdict) {
        said << QStringLiteral("<b>%1</b>").arg(familyTitle(verdict->overall).toHtmlEscaped());
        for (const QString& detail : familyDetails(*verdict)) {
            said << detail.toHtmlEscaped();
        }
    }
    m_verdict->setText(said.join(QStringLiteral(" · ")));
    m_verdict->setVisible(!said.isEmpty());
}

QString EnvelopePanel::verdict() const
{
    return m_verdict->text();
}

std::string EnvelopePanel::chosenLines() const
{
    std::string lines;
    for (const Chip* family : m_families) {
        lines += family->isChecked() ? '1' : '0';
    }
    return m_isChosen ? lines : std::string();
}

void EnvelopePanel::chooseLines(const std::string& lines)
{
    m_isChosen = lines.size() == m_families.size();
    for (std::size_t family = 0; m_isChosen && family < m_families.size(); ++family) {
        m_families[family]->setChecked(lines[family] == '1');
    }
}

/// Shows the lines of the family that was found, until the user has chosen some.
void EnvelopePanel::followVerdict(const std::optional<FamilyVerdict>& verdict)
{
    if (m_isChosen || !verdict || verdict->overall.certainty == signal::Certainty::None) {
        return;
    }
    const auto found = static_cast<std::size_t>(verdict->overall.families.front().kind);
    for (std::size_t family = 0; family < m_families.size(); ++family) {
        const QSignalBlocker silent(m_families[family]);
        m_families[family]->setChecked(family == found); // in the order of `FaultKind`
    }
    showMarks();
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
