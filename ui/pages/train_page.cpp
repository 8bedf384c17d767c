// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_page.h"

#include "ui/pages/epoch_scrubber.h"
#include "ui/pages/loss_board.h"
#include "ui/pages/notice_bar.h"
#include "ui/pages/train_settings_card.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/card.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace spall::ui {

namespace {

constexpr int kProgressSteps = 1000;

} // namespace

TrainPage::TrainPage(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_settings(new TrainSettingsCard(bench, this)),
      m_notice(new NoticeBar(this)),
      m_board(new LossBoard(this)),
      m_scrubber(new EpochScrubber(this))
{
    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_notice);
    right->addWidget(makeProgressCard());
    right->addWidget(m_board, 5);
    right->addWidget(makeVerdictCard());
    right->addWidget(m_scrubber, 2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(m_settings);
    layout->addLayout(right, 1);

    connect(&m_bench.training, &TrainJob::begun, this, &TrainPage::begin);
    connect(&m_bench.training, &TrainJob::stepped, this, &TrainPage::addSteps);
    connect(&m_bench.training, &TrainJob::progressed, this, &TrainPage::showProgress);
    connect(&m_bench.training, &TrainJob::stateChanged, this, &TrainPage::showState);
    connect(&m_bench.training, &TrainJob::failed, this, [this](const Error& error) {
        m_notice->say(errorTitle(error.code), errorText(error), tr("Try again"));
    });
    connect(m_notice, &NoticeBar::actionChosen, this, [this] {
        m_notice->clear();
        toggleTraining();
    });
    connect(&m_bench.document, &Document::modelChanged, this, &TrainPage::showModel);
    showState();
    showModel();
    if (!m_bench.training.steps().empty()) { // the page is new, the training is not
        m_isLive = true;
        addSteps(m_bench.training.steps());
        if (m_bench.document.model() && !m_bench.training.isActive()) {
            showModel();
        }
    }
}

QWidget* TrainPage::makeProgressCard()
{
    auto* card = new Card(QString(), this);
    m_title = new QLabel(card);
    m_times = new QLabel(card);
    m_detail = new QLabel(card);
    m_bar = new QProgressBar(card);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, kProgressSteps);
    m_bar->setAccessibleName(tr("Progress of the training"));
    setLook(m_title, "large");
    setLook(m_times, "muted");
    setLook(m_detail, "muted");
    card->headingLine()->insertWidget(0, m_title);
    card->headingLine()->addWidget(m_times);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_detail);
    return card;
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
    m_notice->clear();
    m_isLive = true;
    m_watch.clear();
    m_board->clear();
    m_scrubber->clear();
    m_bar->setValue(0);
    m_times->clear();
    m_detail->clear();
    showVerdict(m_watch.verdict());
}

void TrainPage::addSteps(const std::vector<train::StepReport>& steps)
{
    for (const train::StepReport& step : steps) {
        m_watch.add(step);
    }
    m_board->add(steps);
    showVerdict(m_watch.verdict());
    const train::StepReport& last = steps.back();
    m_title->setText(tr("Epoch %1 of at most %2").arg(last.epoch).arg(last.epochs));
    m_times->setText(tr("%1 gone · about %2 left · %3 windows/s")
                         .arg(durationText(last.elapsed),
                              durationText(last.left),
                              numberText(last.windowsPerSecond)));
    const double all = static_cast<double>(last.epochs) * static_cast<double>(last.stepsPerEpoch);
    m_bar->setValue(
        all > 0.0 ? static_cast<int>(kProgressSteps * static_cast<double>(last.step) / all) : 0);
    const QString walked =
        tr("step %1, %2 steps an epoch").arg(countText(last.step), countText(last.stepsPerEpoch));
    m_detail->setText(m_watch.bestEpoch() > 0
                          ? tr("best on held-back healthy windows at epoch %1: kept · %2")
                                .arg(m_watch.bestEpoch())
                                .arg(walked)
                          : walked);
}

void TrainPage::showProgress(const Progress& progress)
{
    const QString note = saidText(progress.note);
    const QString stage = stageText(progress.stage);
    m_detail->setText(note.isEmpty() ? stage : note);
    if (progress.stage == Stage::Calibrate) {
        m_title->setText(tr("Calibrating"));
        m_times->clear();
        if (progress.total > 0) {
            m_bar->setValue(static_cast<int>(kProgressSteps * progress.done / progress.total));
        }
    }
}

void TrainPage::showState()
{
    using State = TrainJob::State;
    switch (m_bench.training.state()) {
    case State::Idle:
        m_title->setText(m_bench.document.model() ? tr("Ready to train again")
                                                  : tr("Ready to train"));
        m_times->clear();
        m_detail->setText(
            tr("Nothing leaves this machine. You can go on working while it learns."));
        m_bar->setValue(0);
        break;
    case State::Running:
        m_title->setText(tr("Preparing"));
        break;
    case State::Pausing:
        m_title->setText(tr("Pausing…"));
        break;
    case State::Paused:
        m_title->setText(tr("Paused in epoch %1").arg(m_bench.training.lastEpoch()));
        m_detail->setText(tr("The whole state is kept; go on whenever you like."));
        break;
    case State::Finishing:
        m_title->setText(tr("Calibrating"));
        break;
    case State::Done:
        break;
    }
    const bool isBusy = m_bench.training.isActive();
    m_inspect->setVisible(m_bench.document.model() && !isBusy);
}

void TrainPage::showModel()
{
    const pipeline::ModelPtr model = m_bench.document.model();
    m_inspect->setVisible(model && !m_bench.training.isActive());
    if (!model) {
        showVerdict({Ink::TextMuted,
                     tr("No model yet."),
                     tr("Start the training: the curves above will move, and here stands what they "
                        "mean.")});
        return;
    }
    const train::TrainHistory& history = model->history;
    if (m_isLive) { // every step says more than the means of the epochs
        m_board->redraw(static_cast<double>(history.epochs.size()));
    } else {
        m_board->show(history);
    }
    m_isLive = false;
    m_scrubber->show(history);
    showVerdict(verdictOf(*model));
    m_title->setText(tr("Trained in %1").arg(durationText(history.elapsed)));
    m_times->setText(tr("%1 windows/s · %2 windows learned, %3 to calibrate")
                         .arg(numberText(history.windowsPerSecond),
                              countText(model->learnWindows),
                              countText(model->calibrateWindows)));
    const train::ParameterCounts& counts = model->weights.parameters;
    m_detail->setText(tr("preset %1 · seed %2 · %3 · encoder %4, generator %5, critic %6, latent "
                         "critic %7 parameters")
                          .arg(QString::fromStdString(model->settings.preset))
                          .arg(model->settings.seed.value)
                          .arg(frequencyText(model->rate),
                               countText(counts.encoder),
                               countText(counts.generator),
                               countText(counts.signalCritic),
                               countText(counts.latentCritic)));
    m_bar->setValue(kProgressSteps);
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

void TrainPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        toggleTraining();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace spall::ui
