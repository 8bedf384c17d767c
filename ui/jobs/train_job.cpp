// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/train_job.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace spall::ui {

namespace {

std::vector<pipeline::Input> healthyOf(std::vector<pipeline::Input> inputs)
{
    std::erase_if(
        inputs, [](const pipeline::Input& input) { return input.role != pipeline::Role::Healthy; });
    return inputs;
}

} // namespace

TrainJob::TrainJob(Document& document, JobRunner& runner, const QString& folder, QObject* parent)
    : QObject(parent), m_document(document), m_runner(runner)
{
    QDir().mkpath(folder);
    claimCheckpoint(folder);
    connect(&m_runner,
            &JobRunner::stepped,
            this,
            [this](quint64 number, const std::vector<train::StepReport>& steps) {
                if (number == m_job) {
                    m_lastEpoch = steps.back().epoch;
                    m_epochs = steps.back().epochs;
                    m_steps.insert(m_steps.end(), steps.begin(), steps.end());
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

/// The first one that no other window has. Where no lock can be written, neither can a checkpoint.
void TrainJob::claimCheckpoint(const QString& folder)
{
    bool isTaken = true;
    for (int number = 1; isTaken; ++number) {
        const QString name =
            number == 1 ? QStringLiteral("training") : QStringLiteral("training-%1").arg(number);
        m_checkpoint = QDir(folder).filePath(name + QLatin1String(".checkpoint"));
        m_lock = std::make_unique<QLockFile>(QDir(folder).filePath(name + QLatin1String(".lock")));
        m_lock->setStaleLockTime(0); // as long as its process lives, however long that is
        isTaken = !m_lock->tryLock(0) && m_lock->error() == QLockFile::LockFailedError;
    }
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
    m_steps.clear();
    QFile::remove(m_checkpoint);
    Q_EMIT begun();
    run(From::Scratch);
}

void TrainJob::run(From from)
{
    pipeline::TrainSettings wanted = m_settings;
    wanted.resume = from == From::Checkpoint;
    m_job = m_runner.start<pipeline::ModelPtr>(
        tr("training"),
        [inputs = m_inputs, wanted](const pipeline::Observer& observer) {
            return pipeline::trainModel(inputs, wanted, observer);
        },
        [this](Result<pipeline::ModelPtr> model) { finish(std::move(model)); });
    setState(State::Running);
}

void TrainJob::finish(Result<pipeline::ModelPtr> model)
{
    m_job = 0;
    if (model) { // also when it was asked to pause too late
        setState(State::Done);
        m_document.setModel(*model);
        return;
    }
    if (m_state == State::Pausing && model.error().code == ErrorCode::Cancelled) {
        setState(State::Paused);
        return;
    }
    setState(State::Idle);
    if (model.error().code != ErrorCode::Cancelled) {
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
        run(From::Checkpoint);
    }
}

bool TrainJob::canKeep() const
{
    return m_lastEpoch > 1 && (m_state == State::Running || m_state == State::Paused);
}

void TrainJob::stopAndKeep()
{
    if (!canKeep()) {
        return;
    }
    if (m_state == State::Paused) {
        run(From::Checkpoint);
    }
    setState(State::Finishing);
    m_runner.requestEnough(m_job);
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
