// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_page.h"

#include "ui/pages/epoch_scrubber.h"
#include "ui/pages/loss_board.h"
#include "ui/pages/notice_bar.h"
#include "ui/pages/train_progress_card.h"
#include "ui/pages/train_settings_card.h"
#include "ui/text/messages.h"
#include "ui/theme/card.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spall::ui {

namespace {

nn::Preset recipe(const std::string& nameOrFile)
{
    return nn::findPreset(nameOrFile).value_or(nn::Preset{});
}

/// What another recording, or another part of it, would mend.
bool isAboutRecordings(ErrorCode code)
{
    return code == ErrorCode::TooFewSamples || code == ErrorCode::RateTooLow ||
           code == ErrorCode::NotFinite;
}

} // namespace

TrainPage::TrainPage(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_settings(new TrainSettingsCard(bench)),
      m_notice(new NoticeBar),
      m_progress(new TrainProgressCard(bench)),
      m_board(new LossBoard),
      m_scrubber(new EpochScrubber)
{
    layOut();
    makeKeys();
    connectJob();
    takeUp();
}

/// Where the window is too low for all of it, the page scrolls: nothing is pressed into another.
void TrainPage::layOut()
{
    auto* content = new QWidget;
    setLook(content, "clear");
    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_notice);
    right->addWidget(m_progress);
    right->addWidget(m_board, 5);
    right->addWidget(makeVerdictCard());
    right->addWidget(m_scrubber, 2);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(10);
    row->addWidget(m_settings);
    row->addLayout(right, 1);
    auto* area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(area);
}

void TrainPage::makeKeys()
{
    auto* toggle = new QAction(tr("Start, pause or go on"), this);
    toggle->setShortcut(Qt::Key_Space);
    toggle->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(toggle, &QAction::triggered, this, &TrainPage::toggleTraining);
    addAction(toggle);
}

void TrainPage::connectJob()
{
    const TrainJob& training = m_bench.training;
    connect(&training, &TrainJob::begun, this, &TrainPage::begin);
    connect(&training, &TrainJob::stepped, this, &TrainPage::addSteps);
    connect(&training, &TrainJob::stateChanged, this, &TrainPage::showState);
    connect(&training, &TrainJob::failed, this, &TrainPage::showFailure);
    connect(m_notice, &NoticeBar::actionChosen, this, [this] {
        if (m_needsRecordings) {
            Q_EMIT recordingsRequested();
        } else {
            m_notice->clear();
            toggleTraining();
        }
    });
    connect(
        m_settings, &TrainSettingsCard::recordingsRequested, this, &TrainPage::recordingsRequested);
    const Document& document = m_bench.document;
    connect(&document, &Document::modelChanged, this, &TrainPage::showModel);
    // The cause of a failure may be mended by this; the next training tells.
    connect(&document, &Document::recordingsChanged, m_notice, &NoticeBar::clear);
    connect(&document, &Document::trainSettingsChanged, m_notice, &NoticeBar::clear);
}

void TrainPage::takeUp()
{
    using State = TrainJob::State;
    const TrainJob& training = m_bench.training;
    const bool isUnderWay =
        training.isActive() || (training.state() == State::Paused && !training.steps().empty());
    if (!isUnderWay) {
        showModel();
        return;
    }
    begin();
    if (!training.steps().empty()) {
        addSteps(training.steps());
    }
    showState();
}

QWidget* TrainPage::makeVerdictCard()
{
    m_verdictCard = new QFrame(this);
    setLook(m_verdictCard, "notice");
    m_spot = new QLabel(QStringLiteral("●"), m_verdictCard);
    m_verdictTitle = new QLabel(m_verdictCard);
    m_verdictText = new QLabel(m_verdictCard);
    setLook(m_verdictTitle, "title");
    m_verdictText->setWordWrap(true);
    m_verdictText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* inspect = new QPushButton(tr("Inspect"), m_verdictCard);
    connect(inspect, &QPushButton::clicked, this, &TrainPage::inspectRequested);
    m_inspect = inspect;
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_verdictTitle);
    words->addWidget(m_verdictText);
    auto* layout = new QHBoxLayout(m_verdictCard);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(12);
    layout->addWidget(m_spot, 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);
    layout->addWidget(m_inspect);
    return m_verdictCard;
}

void TrainPage::toggleTraining()
{
    m_settings->toggle();
}

void TrainPage::begin()
{
    const nn::Preset preset = recipe(m_bench.training.settings().preset);
    m_notice->clear();
    m_isLive = true;
    m_watch.begin(preset);
    m_board->setPreset(preset);
    m_board->clear();
    m_scrubber->clear();
    showVerdict(m_watch.verdict());
}

void TrainPage::addSteps(const std::vector<train::StepReport>& steps)
{
    for (const train::StepReport& step : steps) {
        m_watch.add(step);
        if (step.watched) {
            m_scrubber->add(*step.watched);
        }
    }
    m_board->add(steps);
    showVerdict(m_watch.verdict());
}

/// A training that came to nothing leaves the page to the model that is there.
void TrainPage::showState()
{
    if (m_bench.training.state() == TrainJob::State::Idle && m_isLive) {
        m_isLive = false;
        showModel();
    }
    m_inspect->setVisible(m_bench.document.model() && !m_bench.training.isActive());
}

void TrainPage::showFailure(const Error& error)
{
    m_needsRecordings = isAboutRecordings(error.code);
    m_notice->say(errorTitle(error.code),
                  errorText(error),
                  m_needsRecordings ? tr("Go to Recordings") : tr("Try again"));
}

void TrainPage::showModel()
{
    const pipeline::ModelPtr model = m_bench.document.model();
    if (m_isLive && m_bench.training.state() != TrainJob::State::Done) {
        return; // the page is about the training under way
    }
    m_inspect->setVisible(model != nullptr);
    if (!model) {
        m_board->clear();
        m_scrubber->clear();
        showVerdict({Ink::TextMuted,
                     tr("No model yet."),
                     tr("Start the training: the curves above will move, and here stands what they "
                        "mean.")});
        return;
    }
    const train::TrainHistory& history = model->history;
    m_board->setPreset(nn::parsePreset(model->weights.preset).value_or(nn::Preset{}));
    if (m_isLive) { // every step says more than the means of the epochs
        m_board->redraw(static_cast<double>(history.epochs.size()));
    } else {
        m_board->show(history);
    }
    m_isLive = false;
    m_scrubber->show(history);
    showVerdict(verdictOf(*model));
}

void TrainPage::showVerdict(const TrainVerdict& verdict)
{
    setLook(m_spot,
            verdict.ink == Ink::Healthy ? "healthy"
            : verdict.ink == Ink::Alarm ? "alarm"
                                        : "muted");
    m_spot->setText(verdict.ink == Ink::Alarm ? QStringLiteral("▲") : QStringLiteral("●"));
    m_verdictTitle->setText(verdict.title);
    m_verdictText->setText(verdict.text);
}

} // namespace spall::ui
