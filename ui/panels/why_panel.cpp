// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/why_panel.h"

#include "ui/panels/machine_choice.h"
#include "ui/panels/residual_bars.h"
#include "ui/panels/why_text.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/plot/time_text.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace spall::ui {

namespace {

constexpr int kWordsWidth = 330;
constexpr int kBarsWidth = 200;
constexpr int kShownHarmonics = 5;

QLabel* wrapped(const char* look)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    if (look) {
        setLook(label, look);
    }
    return label;
}

} // namespace

WhyPanel::WhyPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_stack(new QStackedLayout(this)),
      m_empty(new QLabel),
      m_bars(new ResidualBars),
      m_envelope(new SpectrumPlot)
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    setLook(m_empty, "muted");
    m_envelope->setAccessibleName(tr("Envelope spectrum of the flagged stretch"));
    m_bars->setMinimumWidth(kBarsWidth / 2);
    m_bars->setMaximumWidth(kBarsWidth);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(8, 4, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeWords(), 3);
    row->addWidget(m_bars, 2);
    row->addWidget(m_envelope, 3);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    say(tr("Click an alarm in the score plot or an event on the left."));
    connect(&focus, &Focus::windowChanged, this, &WhyPanel::showLater);
    connect(&focus, &Focus::machineChanged, this, &WhyPanel::showLater);
    connect(&focus.document(), &Document::judgementChanged, this, &WhyPanel::showLater);
    for (const auto change : {&Document::recordingsChanged, &Document::currentChanged}) {
        connect(&focus.document(), change, this, [this] {
            forget();
            showLater();
        });
    }
}

WhyPanel::~WhyPanel()
{
    m_stop.request_stop();
}

QWidget* WhyPanel::makeWords()
{
    auto* words = new QWidget;
    setLook(words, "clear");
    m_title = wrapped("muted");
    m_verdict = wrapped("title");
    m_words = wrapped(nullptr);
    m_similar = wrapped(nullptr);
    m_similar->setTextFormat(Qt::RichText);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(5);
    m_machine = new MachineChoice(focus());
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_title, m_verdict, m_machine, m_words, m_similar}) {
        column->addWidget(part);
    }
    column->addStretch();
    connect(m_similar, &QLabel::linkActivated, this, [this](const QString& link) {
        const QStringList parts = link.split(QLatin1Char(':'));
        if (parts.size() == 2) {
            focus().goTo(entryOf(parts[0].toULongLong()), parts[1].toLongLong());
        }
    });
    auto* area = new QScrollArea;
    area->setWidget(words);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(kWordsWidth / 2);
    area->setMaximumWidth(kWordsWidth);
    return area;
}

QString WhyPanel::verdict() const
{
    return m_stack->currentIndex() == 1 ? m_verdict->text() : QString();
}

void WhyPanel::say(const QString& text)
{
    m_empty->setText(text);
    m_stack->setCurrentIndex(0);
}

std::optional<pipeline::ExplainInput> WhyPanel::makeInput()
{
    const Document& document = focus().document();
    const Entry* current = document.current();
    const auto at = static_cast<std::size_t>(document.currentIndex());
    if (!current || !current->scored || at >= document.judgement().decisions.size()) {
        say(tr("Nothing is scored yet: train a model, then click an alarm."));
        return std::nullopt;
    }
    pipeline::ExplainInput input;
    input.scored = current->scored;
    input.decision = document.judgement().decisions[at];
    if (!focus().window() && input.decision.events.empty()) {
        say(tr("No window of this recording is an alarm. Click any bar of the score plot to see "
               "what stands behind its score."));
        return std::nullopt;
    }
    input.window = focus().window().value_or(
        input.decision.events.empty() ? 0 : input.decision.events.front().peakWindow);
    input.threshold = document.judgement().threshold.value;
    input.options = document.decision();
    input.machine = focus().machine();
    for (std::size_t entry = 0; entry < document.entries().size(); ++entry) {
        const Entry& other = document.entries()[entry];
        if (!other.scored) {
            continue;
        }
        input.others.push_back(other.scored);
        if (!input.healthy && entry != at && other.input.role == pipeline::Role::Healthy) {
            input.healthy = other.scored;
        }
    }
    if (!input.healthy && current->input.role == pipeline::Role::Healthy) {
        input.healthy = current->scored;
    }
    return input;
}

void WhyPanel::compute()
{
    m_stop.request_stop();
    forget();
    auto input = makeInput();
    if (!input) {
        Q_EMIT shown();
        return;
    }
    m_stop = {};
    m_limit = limitText(input->threshold, input->options.dual);
    auto others = input->others;
    run<pipeline::Explanation>(
        [input = std::move(*input), stop = m_stop.get_token()] {
            return pipeline::explain(input, stop);
        },
        [this, others = std::move(others)](const Result<pipeline::Explanation>& explanation) {
            if (explanation) {
                m_others = others;
                show(*explanation);
            } else if (explanation.error().code != ErrorCode::Cancelled) {
                say(errorText(explanation.error()));
            }
        });
}

void WhyPanel::show(const pipeline::Explanation& explanation)
{
    const Entry* current = focus().document().current();
    if (!current || !current->scored) {
        return;
    }
    const Hertz rate = current->scored->recording->rate.value;
    const WhyText text = whyText(explanation, m_limit, rate);
    m_title->setText(
        tr("Window %1 of %2, at %3")
            .arg(explanation.window)
            .arg(current->name, clockText(duration(explanation.range.first, rate).value)));
    m_verdict->setText(text.verdict);
    m_machine->setVisible(!focus().frequencies()); // the mend stands where something is missing
    m_words->setText(text.sentences.join(QLatin1Char('\n')));
    m_bars->show(explanation, rate);
    showSimilar(explanation);
    showEnvelope(explanation);
    m_stack->setCurrentIndex(1);
}

/// The document may change while a link is read, and recordings change their places in it.
int WhyPanel::entryOf(std::size_t other) const
{
    const auto& entries = focus().document().entries();
    const auto at = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return other < m_others.size() && entry.scored == m_others[other];
    });
    return at == entries.end() ? -1 : static_cast<int>(at - entries.begin());
}

void WhyPanel::showSimilar(const pipeline::Explanation& explanation)
{
    std::map<int, QStringList> links; // of each recording
    for (const pipeline::SimilarWindow& similar : explanation.similar) {
        if (const int entry = entryOf(similar.recording); entry >= 0) {
            links[entry] << QStringLiteral("<a href=\"%1:%2\">%2</a>")
                                .arg(similar.recording)
                                .arg(similar.window);
        }
    }
    QStringList recordings;
    for (const auto& [entry, windows] : links) {
        const Entry& other = focus().document().entries().at(static_cast<std::size_t>(entry));
        recordings << tr("%1: %2", "a recording, numbers of its windows")
                          .arg(other.name.toHtmlEscaped(), windows.join(QStringLiteral(", ")));
    }
    m_similar->setText(tr("Windows like it in %1").arg(recordings.join(QStringLiteral("; "))));
    m_similar->setVisible(!links.empty());
}

void WhyPanel::showEnvelope(const pipeline::Explanation& explanation)
{
    if (!explanation.envelope) {
        m_envelope->setMessage(tr("The stretch is too short for an envelope spectrum."));
        return;
    }
    const auto lines = focus().frequencies();
    const double top = lines ? lines->innerRace.value * (kShownHarmonics + 0.5) : 600.0;
    m_envelope->setSpectrum(explanation.envelope->flagged,
                            focus().unit() + QStringLiteral("²"),
                            Hertz{std::min(top, focus().source().rate().value / 2.0)});
    m_envelope->setReference(explanation.envelope->healthy.value_or(signal::Spectrum{}),
                             tr("green: healthy"));
    std::vector<FrequencyMark> marks;
    if (explanation.family) {
        const auto& first = explanation.family->families.front();
        marks.push_back(
            {first.found,
             QString::fromUtf8(signal::lineName(first.kind).data(),
                               static_cast<qsizetype>(signal::lineName(first.kind).size())),
             Qt::DashLine,
             0.0,
             {}});
    }
    m_envelope->setMarks(std::move(marks), kShownHarmonics);
}

} // namespace spall::ui
