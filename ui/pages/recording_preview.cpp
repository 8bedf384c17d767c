// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recording_preview.h"

#include "ui/plot/plot_style.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/plot/waveform_plot.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/card.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace spall::ui {

namespace {

constexpr double kSmallestViewSamples = 32.0;
constexpr int kHashDigits = 12;

/// A sentence of core in the window's language.
QString said(const std::string& sentence)
{
    return saidText(sentence).toHtmlEscaped();
}

QString escaped(const std::string& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString fact(const QString& name, const QString& value)
{
    return QStringLiteral("<p style='margin:0 0 7px 0'><b>%1</b><br>%2</p>").arg(name, value);
}

/// "unit" or what stands for it when the file names none.
QString unitOf(const signal::Channel& channel)
{
    return channel.unit.empty() ? QObject::tr("unit of the file")
                                : QString::fromStdString(channel.unit);
}

} // namespace

RecordingPreview::RecordingPreview(QWidget* parent)
    : QWidget(parent),
      m_axis(new TimeAxis(this)),
      m_signalCard(new Card(tr("Signal"), this)),
      m_spectrumCard(new Card(tr("Spectrum"), this)),
      m_factsCard(new Card(tr("What is known, and why"), this)),
      m_waveform(new WaveformPlot(*m_axis, m_signalCard)),
      m_spectrum(new SpectrumPlot(m_spectrumCard)),
      m_from(new QLabel(m_signalCard)),
      m_to(new QLabel(m_signalCard)),
      m_facts(new QLabel(m_factsCard))
{
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* scroll = new QScrollArea(m_factsCard);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLook(m_facts, "clear");
    scroll->setWidget(m_facts);
    scroll->viewport()->setAutoFillBackground(false);
    setLook(m_from, "muted");
    setLook(m_to, "muted");
    auto* times = new QHBoxLayout;
    times->setContentsMargins(kPlotLeft, 0, kPlotRight, 0);
    times->addWidget(m_from);
    times->addStretch();
    times->addWidget(m_to);
    m_signalCard->body()->setSpacing(0);
    m_signalCard->body()->addWidget(m_waveform, 1);
    m_signalCard->body()->addLayout(times);
    connect(m_axis, &TimeAxis::viewChanged, this, &RecordingPreview::showTimes);
    m_spectrumCard->body()->addWidget(m_spectrum);
    m_factsCard->body()->addWidget(scroll);
    m_factsCard->setFixedWidth(340);

    auto* plots = new QVBoxLayout;
    plots->setSpacing(10);
    plots->addWidget(m_signalCard, 1);
    plots->addWidget(m_spectrumCard, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(plots, 1);
    layout->addWidget(m_factsCard);
}

void RecordingPreview::show(const Entry& entry, const Error* problem)
{
    m_facts->setText(facts(entry, problem));
    const signal::RecordingPtr& recording = entry.input.recording;
    if (recording == m_shown && entry.input.channel == m_shownChannel) {
        return;
    }
    m_shown = recording;
    m_shownChannel = entry.input.channel;
    const Hertz rate = recording->rate.value;
    const Seconds length = duration(recording->sampleCount(), rate);
    m_axis->setWhole(length.value, kSmallestViewSamples / rate.value);
    showTimes();
    m_waveform->setSignal({recording, entry.input.channel, entry.pyramid});
    m_signalCard->setHeading(tr("Signal · %1").arg(QString::fromStdString(channelOf(entry).name)));
    m_signalCard->setTrailing(durationText(length));
    showSpectrum(entry);
}

void RecordingPreview::showTimes()
{
    const TimeRange view = m_axis->view();
    m_from->setText(durationText(Seconds{view.first}));
    m_to->setText(durationText(Seconds{view.last}));
}

void RecordingPreview::showSpectrum(const Entry& entry)
{
    if (!entry.preview || entry.preview->spectrum.values.empty()) {
        m_spectrum->setMessage(tr("Too short for a spectrum."));
        return;
    }
    signal::Spectrum amplitude = entry.preview->spectrum;
    for (double& value : amplitude.values) {
        value = std::sqrt(value);
    }
    const Hertz rate = entry.input.recording->rate.value;
    m_spectrum->setSpectrum(std::move(amplitude),
                            tr("%1 / √Hz").arg(unitOf(channelOf(entry))),
                            Hertz{rate.value / 2.0});
    m_spectrumCard->setTrailing(tr("up to %1").arg(frequencyText(Hertz{rate.value / 2.0})));
}

QString RecordingPreview::facts(const Entry& entry, const Error* problem) const
{
    const signal::Recording& recording = *entry.input.recording;
    QString text;
    if (problem) {
        text += fact(tr("⚠ Not scored"), scoringProblem(*problem, recording).toHtmlEscaped());
    }
    text += fact(tr("Rate: %1, %2")
                     .arg(frequencyText(recording.rate.value), sourceText(recording.rate.source)),
                 said(recording.rate.reason));
    if (entry.statedSpeed) {
        text += fact(tr("Shaft: %1, %2")
                         .arg(speedText(*entry.statedSpeed), sourceText(signal::Source::Argument)),
                     {});
    } else {
        text += recording.shaftSpeed
                    ? fact(tr("Shaft: %1, %2")
                               .arg(speedText(recording.shaftSpeed->value),
                                    sourceText(recording.shaftSpeed->source)),
                           said(recording.shaftSpeed->reason))
                    : fact(tr("Shaft: not known"), tr("Defect frequencies need a shaft speed."));
    }
    if (!recording.snapshots.empty()) {
        const signal::Snapshot& last = recording.snapshots.back();
        text += fact(tr("A run of %1 snapshots")
                         .arg(countText(static_cast<std::int64_t>(recording.snapshots.size()))),
                     tr("The last, %1, was taken %2 after the first. No window joins two of them.")
                         .arg(escaped(last.file), durationText(last.start)));
    }
    if (!recording.mainChannelReason.empty()) {
        text += fact(
            tr("Proposed channel: %1")
                .arg(escaped(
                    recording.channels.at(static_cast<std::size_t>(recording.mainChannel)).name)),
            said(recording.mainChannelReason));
    }
    for (const std::string& warning : recording.warnings) {
        const std::string& known = recording.rate.reason; // stands above already
        if (known.empty() || warning.find(known) == std::string::npos) {
            text += fact(tr("⚠ Worth a look"), said(warning));
        }
    }
    if (entry.preview) {
        const signal::Statistics& numbers = entry.preview->statistics;
        text += fact(tr("Levels"),
                     tr("RMS %1, peak %2, crest %3, kurtosis %4 (3 for noise), in %5")
                         .arg(numberText(numbers.rms),
                              numberText(numbers.peak),
                              numberText(numbers.crest),
                              numberText(numbers.kurtosis),
                              unitOf(channelOf(entry))));
    }
    text += fact(tr("File"),
                 tr("%1, SHA-256 %2…")
                     .arg(escaped(recording.provenance.format),
                          QString::fromStdString(recording.provenance.sha256).left(kHashDigits)));
    return text;
}

void RecordingPreview::clear()
{
    m_shown.reset();
    m_shownChannel = -1;
    m_facts->clear();
    m_waveform->setSignal({});
    m_spectrum->setMessage({});
}

} // namespace spall::ui
