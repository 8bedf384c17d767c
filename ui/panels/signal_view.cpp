// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/signal_view.h"

#include "ui/panels/background.h"
#include "ui/panels/chip.h"
#include "ui/panels/focus.h"
#include "ui/panels/label_names.h"
#include "ui/panels/listen_control.h"
#include "ui/plot/minimap_plot.h"
#include "ui/plot/residual_plot.h"
#include "ui/plot/score_plot.h"
#include "ui/plot/time_text.h"
#include "ui/plot/waveform_plot.h"
#include "ui/text/format.h"
#include "ui/theme/card.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr double kSmallestViewSamples = 32.0;
constexpr double kSurroundings = 1.5;     ///< of a stretch, shown on each side
constexpr int kResidualHeight = 26;       ///< at least
constexpr SampleCount kQuick = 2'000'000; ///< samples summarised without leaving the main thread

/// Plots bring their own side margins; the card keeps only its heading's.
void tighten(Card& card)
{
    card.layout()->setContentsMargins(2, 6, 2, 2);
    card.layout()->setSpacing(2);
    card.headingLine()->setContentsMargins(10, 0, 12, 0);
}

/// A quiet text on the right of a card's heading.
QLabel* addNote(Card& card)
{
    auto* note = new QLabel;
    setLook(note, "muted");
    card.headingLine()->addWidget(note);
    return note;
}

QString unitText(const SignalSource& source)
{
    return QString::fromStdString(
        source.recording->channels.at(static_cast<std::size_t>(source.channel)).unit);
}

} // namespace

SignalView::SignalView(Focus& focus, QWidget* parent)
    : QWidget(parent),
      m_focus(focus),
      m_document(focus.document()),
      m_axis(focus.axis()),
      m_minimap(new MinimapPlot(m_axis)),
      m_waveform(new WaveformPlot(m_axis)),
      m_residual(new ResidualPlot(m_axis)),
      m_scores(new ScorePlot(m_axis))
{
    auto* plots = new QSplitter(Qt::Vertical);
    plots->setObjectName(QStringLiteral("inspectPlots"));
    plots->setHandleWidth(8);
    plots->setChildrenCollapsible(false);
    const std::array sizes{260, 110, 190};
    int place = 0;
    for (QWidget* card : {makeSignal(), makeResidual(), makeScores()}) {
        plots->addWidget(card);
        plots->setStretchFactor(place, sizes[static_cast<std::size_t>(place)]);
        ++place;
    }
    plots->setSizes({sizes[0], sizes[1], sizes[2]});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeOverview());
    column->addWidget(plots, 1);
    connectDocument();
    showCurrent();
}

void SignalView::connectDocument()
{
    connect(&m_document, &Document::currentChanged, this, &SignalView::showCurrent);
    connect(&m_document, &Document::recordingsChanged, this, &SignalView::showCurrent);
    connect(&m_document, &Document::scoredChanged, this, &SignalView::showScored);
    connect(&m_document, &Document::judgementChanged, this, &SignalView::showWindows);
    connect(&m_document, &Document::labelsChanged, this, &SignalView::showLabels);
    connect(&m_axis, &TimeAxis::cursorChanged, this, &SignalView::showCursor);
    connect(m_scores, &ScorePlot::thresholdDragged, this, &SignalView::thresholdDragged);
    connect(m_scores, &ScorePlot::thresholdReleased, this, &SignalView::thresholdReleased);
    connect(m_waveform, &WaveformPlot::stretchSelected, this, &SignalView::stretchSelected);
    connect(m_waveform, &WaveformPlot::labelResized, this, &SignalView::labelResized);
    connect(m_waveform, &WaveformPlot::labelReleased, &m_document, &Document::endGesture);
    connect(m_scores, &ScorePlot::windowClicked, this, [this](std::int64_t window) {
        if (m_windows) {
            goTo(windowTime(*m_windows, window));
            Q_EMIT windowChosen(window);
        }
    });
    connect(&m_focus, &Focus::windowsPicked, m_scores, &ScorePlot::setPicked);
    connect(&m_focus, &Focus::stretchRequested, this, &SignalView::goTo);
}

QWidget* SignalView::makeOverview()
{
    auto* card = new Card(tr("Whole recording"));
    tighten(*card);
    m_lengthNote = addNote(*card);
    m_listen = new ListenControl(m_focus);
    card->headingLine()->addWidget(m_listen);
    connect(m_listen, &ListenControl::said, m_lengthNote, &QLabel::setText);
    card->body()->addWidget(m_minimap);
    m_minimap->setFixedHeight(m_minimap->sizeHint().height());
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return card;
}

void SignalView::addChips(QHBoxLayout& line)
{
    auto* signal = new Chip(tr("signal"), tr("Show the signal"), Ink::Text);
    m_reconstructionChip = new Chip(
        tr("reconstruction"),
        tr("Show what the model makes of the signal: the median of the windows that overlap"),
        Ink::Reconstruction);
    m_bandChip = new Chip(tr("band"),
                          tr("Show the band of the reconstruction, from the lowest to the highest "
                             "of the windows that "
                             "overlap"),
                          Ink::Reconstruction);
    m_residualChip =
        new Chip(tr("residual"), tr("Show the residual in a plot of its own"), Ink::Text);
    auto* tint = new Chip(tr("tint"),
                          tr("Tint windows above the threshold by their score and mark alarms"),
                          Ink::Alarm);
    for (Chip* chip : {signal, m_reconstructionChip, m_bandChip, m_residualChip, tint}) {
        line.addWidget(chip);
    }
    connect(signal, &Chip::toggled, this, [this](bool on) {
        m_waveform->setPartVisible(WaveformPlot::Part::Signal, on);
    });
    connect(m_reconstructionChip, &Chip::toggled, this, [this](bool on) {
        m_waveform->setPartVisible(WaveformPlot::Part::Reconstruction, on);
    });
    connect(m_bandChip, &Chip::toggled, this, [this](bool on) {
        m_waveform->setPartVisible(WaveformPlot::Part::Band, on);
    });
    connect(m_residualChip, &Chip::toggled, this, [this](bool on) {
        m_residualCard->setVisible(on && m_windows);
    });
    connect(tint, &Chip::toggled, this, [this](bool on) {
        m_waveform->setPartVisible(WaveformPlot::Part::Tint, on);
        m_residual->setTintVisible(on);
    });
}

QWidget* SignalView::makeSignal()
{
    auto* card = new Card(tr("Signal and reconstruction"));
    tighten(*card);
    m_signalNote = addNote(*card);
    addChips(*card->headingLine());
    card->body()->addWidget(m_waveform);
    return card;
}

QWidget* SignalView::makeResidual()
{
    m_residualCard = new Card(tr("Residual"));
    tighten(*m_residualCard);
    m_residualNote = addNote(*m_residualCard);
    m_residual->setMinimumHeight(kResidualHeight);
    m_residualCard->body()->addWidget(m_residual);
    return m_residualCard;
}

QWidget* SignalView::makeScores()
{
    auto* card = new Card(tr("Score of each window"));
    tighten(*card);
    m_scoreNote = addNote(*card);
    auto* instead = new QWidget;
    m_instead = new QLabel;
    m_instead->setWordWrap(true);
    m_instead->setAlignment(Qt::AlignCenter);
    m_way = new QPushButton;
    auto* lines = new QVBoxLayout(instead);
    lines->addStretch();
    lines->addWidget(m_instead);
    lines->addWidget(m_way, 0, Qt::AlignCenter);
    lines->addStretch();
    m_scoreStack = new QStackedLayout;
    m_scoreStack->addWidget(m_scores);
    m_scoreStack->addWidget(instead);
    card->body()->addLayout(m_scoreStack);
    connect(m_way, &QPushButton::clicked, this, &SignalView::wayChosen);
    return card;
}

void SignalView::listen()
{
    m_listen->toggle();
}

void SignalView::forgetSelection()
{
    m_waveform->forgetSelection();
}

void SignalView::toggleMark()
{
    m_axis.setMark(m_axis.mark() ? std::nullopt : m_axis.cursor());
}

void SignalView::sayInsteadOfScores(const QString& text, const QString& action)
{
    m_instead->setText(text);
    m_way->setText(action);
    m_way->setVisible(!action.isEmpty());
}

void SignalView::goTo(TimeRange stretch)
{
    const double around = stretch.length() * kSurroundings;
    m_axis.show({stretch.first - around, stretch.last + around});
}

void SignalView::showCurrent()
{
    const Entry* current = m_document.current();
    const SignalSource source = current ? sourceOf(*current) : SignalSource{};
    const bool isSame =
        source.recording == m_source.recording && source.channel == m_source.channel;
    m_source = source;
    m_minimap->setSignal(source);
    m_waveform->setSignal(source);
    if (!isSame && !source.isEmpty()) {
        const double rate = source.rate().value;
        const double length = duration(source.recording->sampleCount(), source.rate()).value;
        // Scores bring the recording at the model's rate: the same time, so the view stays.
        if (std::abs(m_axis.whole().length() - length) > 1e-3 * length ||
            m_axis.whole() == m_axis.view()) {
            m_axis.setWhole(length, kSmallestViewSamples / rate);
        }
        m_lengthNote->setText(durationText(Seconds{length}));
        m_residualNote->setText(unitText(source));
    }
    if (!isSame) {
        showReconstruction();
        m_scores->setPicked({});
        m_focus.setSource(source);
        Q_EMIT sourceChanged();
    }
    showWindows();
    showLabels();
    showCursor();
}

void SignalView::showScored(int index)
{
    if (index == m_document.currentIndex()) {
        showCurrent();
        showReconstruction();
    }
}

void SignalView::showReconstruction()
{
    const Entry* entry = m_document.current();
    const auto take = [this](std::shared_ptr<const ReconstructionTraces> traces) {
        m_reconstruction = std::move(traces);
        m_waveform->setReconstruction(m_reconstruction);
        m_residual->setReconstruction(m_reconstruction);
    };
    if (m_reconstruction && entry && entry->scored &&
        &m_reconstruction->scored() == entry->scored.get()) {
        return;
    }
    const quint64 request = ++m_request;
    if (!entry || !entry->scored) {
        take(nullptr);
        return;
    }
    if (entry->scored->recording->sampleCount() <= kQuick) {
        take(std::make_shared<ReconstructionTraces>(entry->scored));
        return;
    }
    take(nullptr);
    using Traces = std::shared_ptr<const ReconstructionTraces>;
    inBackground<Traces>(
        this,
        [scored = entry->scored]() -> Traces {
            return std::make_shared<ReconstructionTraces>(scored);
        },
        [this, request, take](const Result<Traces>& traces) {
            if (traces && request == m_request) {
                take(*traces);
            }
        });
}

void SignalView::showWindows()
{
    const Entry* entry = m_document.current();
    const Judgement& judgement = m_document.judgement();
    const auto at = static_cast<std::size_t>(m_document.currentIndex());
    m_windows.reset();
    if (entry && at < judgement.decisions.size()) {
        m_windows =
            makeWindowScores(entry->scored, judgement.decisions[at], judgement.oneThreshold());
    }
    m_minimap->setWindows(m_windows);
    m_waveform->setWindows(m_windows);
    m_residual->setWindows(m_windows);
    m_scores->setWindows(m_windows);
    m_scoreStack->setCurrentIndex(m_windows ? 0 : 1);
    m_reconstructionChip->setEnabled(m_windows != nullptr);
    m_bandChip->setEnabled(m_windows != nullptr);
    m_residualCard->setVisible(m_windows && m_residualChip->isChecked());
    m_waveform->setTimeLabels(m_windows ? TimeLabels::Hidden : TimeLabels::Shown);
}

void SignalView::showLabels()
{
    std::vector<LabelSpan> spans;
    if (const Entry* entry = m_document.current()) {
        const Hertz rate = entry->input.recording->rate.value;
        for (const auto& [at, label] : labelsOf(m_document, *entry)) {
            spans.push_back(
                {{duration(label.range.first, rate).value, duration(label.range.last, rate).value},
                 labelText(label.name),
                 label.name != "healthy",
                 at});
        }
    }
    m_waveform->setLabels(std::move(spans));
}

void SignalView::showCursor()
{
    const auto time = m_axis.cursor();
    QString signalText;
    QString scoreText = tr("σ of healthy");
    if (time && !m_source.isEmpty()) {
        const auto sample = static_cast<SampleIndex>(*time * m_source.rate().value);
        const auto samples = m_source.samples();
        const double step = std::max(m_axis.view().length() / 1000.0, 1e-6);
        const double digits = std::pow(10.0, std::floor(std::log10(step)));
        signalText = timeText(*time, digits, m_axis.view().last);
        if (m_axis.mark() && *m_axis.mark() != *time) {
            const double apart = std::abs(*time - *m_axis.mark());
            signalText +=
                tr(" · Δ %1 s = %2").arg(numberText(apart), frequencyText(Hertz{1.0 / apart}));
        }
        if (sample >= 0 && sample < static_cast<SampleIndex>(samples.size())) {
            signalText +=
                QStringLiteral(" · %1 %2")
                    .arg(numberText(samples[static_cast<std::size_t>(sample)]), unitText(m_source));
        }
        if (m_windows) {
            if (const auto window = windowAt(*m_windows, *time)) {
                scoreText =
                    tr("window %1 · %2 σ")
                        .arg(*window)
                        .arg(numberText((*m_windows->fused)[static_cast<std::size_t>(*window)]));
            }
        }
    }
    m_signalNote->setText(signalText);
    m_scoreNote->setText(scoreText);
}

} // namespace spall::ui
