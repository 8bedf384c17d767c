// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_progress_card.h"

#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr int kProgressSteps = 1000;

double share(std::int64_t done, std::int64_t all)
{
    return static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, all));
}

} // namespace

TrainProgressCard::TrainProgressCard(Workbench& bench, QWidget* parent)
    : Card(QString(), parent),
      m_bench(bench),
      m_title(new QLabel(this)),
      m_times(new QLabel(this)),
      m_detail(new QLabel(this)),
      m_bar(new QProgressBar(this))
{
    m_bar->setTextVisible(false);
    m_bar->setRange(0, kProgressSteps);
    m_bar->setAccessibleName(tr("Progress of the training"));
    setLook(m_title, "large");
    setLook(m_times, "muted");
    setLook(m_detail, "muted");
    headingLine()->insertWidget(0, m_title);
    headingLine()->addWidget(m_times);
    body()->addWidget(m_bar);
    body()->addWidget(m_detail);
    const TrainJob& training = m_bench.training;
    connect(&training, &TrainJob::begun, this, &TrainProgressCard::refresh);
    connect(&training, &TrainJob::stepped, this, &TrainProgressCard::refresh);
    connect(&training, &TrainJob::progressed, this, &TrainProgressCard::refresh);
    connect(&training, &TrainJob::stateChanged, this, &TrainProgressCard::refresh);
    connect(&m_bench.document, &Document::modelChanged, this, &TrainProgressCard::refresh);
    refresh();
}

void TrainProgressCard::refresh()
{
    using State = TrainJob::State;
    const TrainJob& training = m_bench.training;
    switch (training.state()) {
    case State::Idle:
    case State::Done:
        showRest();
        break;
    case State::Running:
        training.steps().empty() ? showPreparing() : showEpochs();
        break;
    case State::Pausing:
    case State::Paused:
        showPause();
        break;
    case State::Finishing:
        showCalibration();
        break;
    }
}

void TrainProgressCard::say(const QString& title,
                            const QString& times,
                            const QString& detail,
                            double share)
{
    m_title->setText(title);
    m_times->setText(times);
    m_detail->setText(detail);
    m_bar->setValue(static_cast<int>(kProgressSteps * share));
}

void TrainProgressCard::showRest()
{
    if (const pipeline::ModelPtr model = m_bench.document.model()) {
        showModel(*model);
        return;
    }
    say(tr("Ready to train"),
        {},
        tr("Nothing leaves this machine. You can go on working while it learns."),
        0.0);
}

void TrainProgressCard::showPreparing()
{
    const auto& progress = m_bench.training.progress();
    say(tr("Preparing"), {}, progress ? saidText(progress->note) : QString(), 0.0);
}

void TrainProgressCard::showEpochs()
{
    const train::StepReport& last = m_bench.training.steps().back();
    const QString walked =
        tr("step %1, %2 steps an epoch").arg(countText(last.step), countText(last.stepsPerEpoch));
    const QString best = tr("best on held-back healthy windows at epoch %1: kept · %2")
                             .arg(last.bestEpoch)
                             .arg(walked);
    say(tr("Epoch %1 of at most %2").arg(last.epoch).arg(last.epochs),
        tr("%1 gone · about %2 left with the calibration · %3 windows/s")
            .arg(durationText(last.elapsed),
                 durationText(m_bench.training.left()),
                 numberText(last.windowsPerSecond)),
        last.bestEpoch > 0 && std::isfinite(last.heldBackCycle) ? best : walked,
        share(last.step, last.epochs * last.stepsPerEpoch));
}

void TrainProgressCard::showPause()
{
    const TrainJob& training = m_bench.training;
    if (training.state() == TrainJob::State::Paused && training.steps().empty()) {
        say(tr("A training was interrupted"),
            {},
            tr("Go on takes it up where it ended; Start over throws it away."),
            0.0);
        return;
    }
    const QString title = training.state() == TrainJob::State::Pausing
                              ? tr("Pausing…")
                              : tr("Paused in epoch %1").arg(training.lastEpoch());
    const auto& steps = training.steps();
    say(title,
        {},
        tr("The whole state is kept; go on whenever you like."),
        steps.empty() ? 0.0
                      : share(steps.back().step, steps.back().epochs * steps.back().stepsPerEpoch));
}

void TrainProgressCard::showCalibration()
{
    const TrainJob& training = m_bench.training;
    const auto& progress = training.progress();
    const bool hasBegun = progress && progress->stage == Stage::Calibrate;
    say(tr("Calibrating on windows that the networks did not learn"),
        tr("about %1 left").arg(durationText(training.left())),
        tr("Each quarter is scored by networks that learned the other three: the threshold comes "
           "from what they make of it."),
        hasBegun ? share(progress->done, progress->total) : 0.0);
}

void TrainProgressCard::showModel(const pipeline::Model& model)
{
    const train::TrainHistory& history = model.history;
    const train::ParameterCounts& counts = model.weights.parameters;
    say(tr("Trained in %1").arg(durationText(history.elapsed)),
        tr("%1 windows/s · learned and calibrated on %2 separate windows: %3 at this overlap, %4 "
           "at a finer one")
            .arg(numberText(history.windowsPerSecond),
                 countText(std::llround(model.calibration.independentWindows)),
                 countText(model.learnWindows),
                 countText(model.calibrateWindows)),
        tr("preset %1 · seed %2 · %3 · encoder %4, generator %5, critic %6, latent "
           "critic %7 parameters")
            .arg(QString::fromStdString(model.settings.preset))
            .arg(model.settings.seed.value)
            .arg(frequencyText(model.rate),
                 countText(counts.encoder),
                 countText(counts.generator),
                 countText(counts.signalCritic),
                 countText(counts.latentCritic)),
        1.0);
}

} // namespace spall::ui
