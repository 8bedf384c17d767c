// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/envelope_panel.h"

#include "ui/panels/background.h"
#include "ui/panels/chip.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr int kDelayMilliseconds = 60;
constexpr int kHarmonics = 5;

QLabel* mutedLabel(const QString& text)
{
    auto* label = new QLabel(text);
    setLook(label, "muted");
    return label;
}

QDoubleSpinBox* hertzBox(const QString& name)
{
    auto* box = new QDoubleSpinBox;
    box->setDecimals(0);
    box->setSingleStep(100.0);
    box->setSuffix(EnvelopePanel::tr(" Hz"));
    box->setAccessibleName(name);
    box->setKeyboardTracking(false);
    return box;
}

/// The middle of a view, cut to what one spectrum takes.
SampleRange samplesOf(TimeRange view, const SignalSource& source)
{
    const double rate = source.rate().value;
    const SampleCount count = source.recording->sampleCount();
    SampleRange range{std::llround(view.first * rate), std::llround(view.last * rate)};
    range = intersection(range, {0, count});
    const SampleCount surplus =
        std::max<SampleCount>(0, range.size() - EnvelopePanel::kMostSamples);
    return {range.first + surplus / 2, range.last - (surplus - surplus / 2)};
}

QString unitOf(const SignalSource& source)
{
    const auto& channel = source.recording->channels.at(static_cast<std::size_t>(source.channel));
    return channel.unit.empty() ? EnvelopePanel::tr("unit²")
                                : QString::fromStdString(channel.unit) + QStringLiteral("²");
}

} // namespace

EnvelopePanel::EnvelopePanel(QWidget* parent) : QWidget(parent), m_plot(new SpectrumPlot)
{
    m_plot->setAccessibleName(tr("Envelope spectrum"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeControls());
    column->addWidget(m_plot, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(kDelayMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &EnvelopePanel::compute);
    m_plot->setMessage(tr("The envelope spectrum of what is in view appears here."));
}

QWidget* EnvelopePanel::makeControls()
{
    auto* controls = new QWidget;
    auto* line = new QHBoxLayout(controls);
    line->setContentsMargins(8, 0, 8, 0);
    m_bearing = new QComboBox;
    m_bearing->setAccessibleName(tr("Bearing"));
    m_bearing->addItem(tr("Bearing: not said"));
    for (const signal::BearingGeometry& bearing : signal::knownBearings()) {
        m_bearing->addItem(QString::fromStdString(bearing.name));
    }
    m_speed = new QDoubleSpinBox;
    m_speed->setRange(0.0, 60000.0);
    m_speed->setDecimals(0);
    m_speed->setSuffix(tr(" rpm"));
    m_speed->setSpecialValueText(tr("rpm?"));
    m_speed->setAccessibleName(tr("Shaft speed"));
    m_speed->setToolTip(tr("Shaft speed; the lines move with it"));
    m_low = hertzBox(tr("Lower edge of the band"));
    m_high = hertzBox(tr("Upper edge of the band"));
    line->addWidget(m_bearing);
    line->addWidget(m_speed);
    const std::array families{std::pair{tr("BPFO"), tr("Ball pass frequency, outer race")},
                              std::pair{tr("BPFI"), tr("Ball pass frequency, inner race")},
                              std::pair{tr("2×BSF"),
                                        tr("Twice the ball spin frequency: how often a defect of a "
                                           "rolling element strikes")}};
    for (std::size_t family = 0; family < m_families.size(); ++family) {
        auto* button = new Chip(families[family].first, families[family].second, Ink::Alarm);
        button->setChecked(family == 0);
        connect(button, &Chip::toggled, this, &EnvelopePanel::showMarks);
        m_families[family] = button;
        line->addWidget(button);
    }
    line->addStretch();
    m_note = mutedLabel({});
    line->addWidget(m_note);
    line->addWidget(mutedLabel(tr("band")));
    line->addWidget(m_low);
    line->addWidget(mutedLabel(QStringLiteral("–")));
    line->addWidget(m_high);
    connect(m_bearing, &QComboBox::currentIndexChanged, this, &EnvelopePanel::showMarks);
    connect(m_speed, &QDoubleSpinBox::valueChanged, this, &EnvelopePanel::showMarks);
    connect(m_low, &QDoubleSpinBox::valueChanged, this, &EnvelopePanel::computeLater);
    connect(m_high, &QDoubleSpinBox::valueChanged, this, &EnvelopePanel::computeLater);
    return controls;
}

void EnvelopePanel::setSource(const SignalSource& source)
{
    const bool isOther =
        source.recording != m_source.recording || source.channel != m_source.channel;
    m_source = source;
    if (!isOther) {
        return;
    }
    ++m_request;
    if (m_source.isEmpty()) {
        m_plot->setMessage(tr("The envelope spectrum of what is in view appears here."));
        return;
    }
    const auto& speed = m_source.recording->shaftSpeed;
    const QSignalBlocker silent(m_speed);
    m_speed->setValue(speed ? speed->value.value : 0.0);
    proposeBand();
    showMarks();
    computeLater();
}

/// The upper part of the spectrum, where impacts ring and shaft harmonics do not reach.
void EnvelopePanel::proposeBand()
{
    const double rate = m_source.rate().value;
    const double step = rate >= 4000.0 ? 100.0 : 1.0;
    const QSignalBlocker silentLow(m_low);
    const QSignalBlocker silentHigh(m_high);
    m_low->setRange(0.0, rate / 2.0);
    m_high->setRange(0.0, rate / 2.0);
    m_low->setValue(std::round(rate * 0.17 / step) * step);
    m_high->setValue(std::round(rate * 0.45 / step) * step);
}

void EnvelopePanel::setView(TimeRange view)
{
    m_view = view;
    computeLater();
}

void EnvelopePanel::computeLater()
{
    if (m_source.isEmpty()) {
        return;
    }
    if (!isVisible() || m_running) {
        m_stale = true;
        return;
    }
    m_later.start();
}

void EnvelopePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false)) {
        computeLater();
    }
}

void EnvelopePanel::compute()
{
    if (m_source.isEmpty()) {
        return;
    }
    const SampleRange range = samplesOf(m_view, m_source);
    const signal::Band band{Hertz{m_low->value()}, Hertz{m_high->value()}};
    const quint64 request = ++m_request;
    m_running = true;
    inBackground<Result<signal::Spectrum>>(
        this,
        [source = m_source, range, band] {
            const auto samples = source.samples().subspan(static_cast<std::size_t>(range.first),
                                                          static_cast<std::size_t>(range.size()));
            return signal::squaredEnvelopeSpectrum(samples, source.rate(), band);
        },
        [this, request, range](const Result<signal::Spectrum>& spectrum) {
            m_running = false;
            if (request == m_request) {
                show(spectrum, range.size());
            }
            if (std::exchange(m_stale, false)) {
                computeLater();
            }
        });
}

void EnvelopePanel::show(const Result<signal::Spectrum>& spectrum, SampleCount samples)
{
    if (!spectrum) {
        m_plot->setMessage(QString::fromStdString(sentence(spectrum.error())));
        m_note->clear();
        return;
    }
    const auto lines = frequencies();
    const double rate = m_source.rate().value;
    const double top = lines ? lines->innerRace.value * (kHarmonics + 0.5) : 600.0;
    m_plot->setSpectrum(*spectrum, unitOf(m_source), Hertz{std::min(top, rate / 2.0)});
    m_note->setText(tr("%1 of signal · %2 a bin  ")
                        .arg(durationText(duration(samples, m_source.rate())),
                             frequencyText(spectrum->binWidth)));
    Q_EMIT spectrumShown();
}

std::optional<signal::FaultFrequencies> EnvelopePanel::frequencies() const
{
    const int bearing = m_bearing->currentIndex() - 1;
    if (bearing < 0 || m_speed->value() <= 0.0) {
        return std::nullopt;
    }
    return signal::faultFrequencies(signal::knownBearings()[static_cast<std::size_t>(bearing)],
                                    Rpm{m_speed->value()});
}

void EnvelopePanel::showMarks()
{
    std::vector<FrequencyMark> marks;
    if (const auto found = frequencies()) {
        const std::array candidates{
            FrequencyMark{found->outerRace, QStringLiteral("BPFO"), Qt::DashLine},
            FrequencyMark{found->innerRace, QStringLiteral("BPFI"), Qt::DotLine},
            FrequencyMark{
                Hertz{2.0 * found->element.value}, QStringLiteral("2×BSF"), Qt::DashDotLine}};
        for (std::size_t family = 0; family < candidates.size(); ++family) {
            if (m_families[family]->isChecked()) {
                marks.push_back(candidates[family]);
            }
        }
    }
    m_plot->setMarks(std::move(marks), kHarmonics);
}

} // namespace spall::ui
