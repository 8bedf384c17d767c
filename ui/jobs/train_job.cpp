// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/train_job.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace spall::ui {

namespace {

/// Long enough for the engine to see that its time is over, too short to learn anything.
constexpr Seconds kNoMoreTime{1e-3};

std::vector<pipeline::Input> healthyOf(std::vector<pipeline::Input> inputs)
{
    std::erase_if(
        inputs, [](const pipeline::Input& input) { return input.role != pipeline::Role::Healthy; });
    return inputs;
}

/// The model with the real reason why its training ended, and the settings that were asked for.
pipeline::ModelPtr stoppedByUser(const pipeline::Model& model,
                                 const pipeline::TrainSettings& settings)
{
    auto told = std::make_shared<pipeline::Model>(model);
    told->history.stoppedBecause = "stopped by the user";
    told->settings.maxSeconds = settings.maxSeconds;
    return told;
}

} // namespace

TrainJob::TrainJob(Document& document, JobRunner& runner, const QString& folder, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_runner(runner),
      m_checkpoint(QDir(folder).filePath(QStringLiteral("training.checkpoint")))
{
    QDir().mkpath(folder);
    connect(&m_runner,
            &JobRunner::stepped,
            this,
            [this](quint64 number, const std::vector<train::StepReport>& steps) {
                if (number == m_job) {
                    m_lastEpoch = steps.back().epoch;
                    m_epochs = steps.back().epochs;
                    Q_EMIT stepped(steps);
                }
            });
    connect(
        &m_runner, &JobRunner::progressed, this, [this](quint64 number, const Progress& progress) {
            if (number == m_job) {
                Q_EMIT progressed(progress);
            }
        });
}

bool TrainJob::isActive() const
{
    return m_state == State::Running || m_state == State::Pausing || m_state == State::Finishing;
}

void TrainJob::start(pipeline::TrainSettings settings)
{
    if (isActive()) {
        return;
    }
    m_inputs = healthyOf(m_document.inputs());
    if (!settings.rate && !m_inputs.empty()) {
        const auto all = m_document.inputs();
        settings.rate = pipeline::proposedRate(all);
    }
    settings.checkpoint = m_checkpoint.toStdString();
    m_settings = std::move(settings);
    m_lastEpoch = 0;
    m_epochs = m_settings.epochs;
    QFile::remove(m_checkpoint);
    Q_EMIT begun();
    run(m_settings, From::Scratch);
}

void TrainJob::run(const pipeline::TrainSettings& settings, From from)
{
    pipeline::TrainSettings wanted = settings;
    wanted.resume = from == From::Checkpoint;
    m_isConcluding = wanted.maxSeconds == kNoMoreTime;
    m_keepWhenStopped = false;
    m_job = m_runner.start<pipeline::ModelPtr>(
        tr("training"),
        [inputs = m_inputs, wanted](const pipeline::Observer& observer) {
            return pipeline::trainModel(inputs, wanted, observer);
        },
        [this](Result<pipeline::ModelPtr> model) { finish(std::move(model)); });
    setState(m_isConcluding ? State::Finishing : State::Running);
}

void TrainJob::finish(Result<pipeline::ModelPtr> model)
{
    m_job = 0;
    if (m_state == State::Pausing) {
        setState(State::Paused);
        return;
    }
    if (model) {
        setState(State::Done);
        m_document.setModel(m_isConcluding ? stoppedByUser(**model, m_settings) : *model);
        return;
    }
    const bool wasStopped = model.error().code == ErrorCode::Cancelled;
    if (wasStopped && m_keepWhenStopped && m_lastEpoch > 0 && QFile::exists(m_checkpoint)) {
        conclude(); // the stop ended the calibration too
        return;
    }
    setState(State::Idle);
    if (!wasStopped) {
        Q_EMIT failed(model.error());
    }
}

void TrainJob::pause()
{
    if (m_state == State::Running) {
        setState(State::Pausing);
        m_runner.requestStop(m_job);
    }
}

void TrainJob::resume()
{
    if (m_state == State::Paused) {
        run(m_settings, From::Checkpoint);
    }
}

void TrainJob::stopAndKeep()
{
    if (m_state == State::Running) {
        setState(State::Finishing);
        m_keepWhenStopped = true;
        m_runner.requestStop(m_job);
    } else if (m_state == State::Paused) {
        conclude();
    }
}

void TrainJob::conclude()
{
    pipeline::TrainSettings settings = m_settings;
    settings.maxSeconds = kNoMoreTime;
    run(settings, From::Checkpoint);
}

void TrainJob::discard()
{
    m_runner.drop(m_job);
    m_job = 0;
    m_lastEpoch = 0;
    QFile::remove(m_checkpoint);
    setState(State::Idle);
}

void TrainJob::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace spall::ui
