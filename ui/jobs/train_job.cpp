// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/train_job.h"

#include "core/pipeline/settings_json.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace spall::ui {

namespace {

/// What the calibration costs beside the epochs: four trainings of a third of them, without the
/// critic, whose turns are two thirds of the time (measured with the recipe "spall").
constexpr double kCalibrationShare = 0.5;

std::vector<pipeline::Input> healthyOf(std::vector<pipeline::Input> inputs)
{
    std::erase_if(
        inputs, [](const pipeline::Input& input) { return input.role != pipeline::Role::Healthy; });
    return inputs;
}

/// What the recordings of a training are known by, in their order.
nlohmann::json namesOf(const std::vector<pipeline::Input>& inputs)
{
    auto names = nlohmann::json::array();
    for (const pipeline::Input& input : inputs) {
        const signal::Recording& recording = *input.recording;
        names.push_back({recording.provenance.sha256,
                         recording.channels.at(static_cast<std::size_t>(input.channel)).name,
                         recording.rate.value.value});
    }
    return names;
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
    m_interrupted = readMemo();
    connect(&m_document, &Document::recordingsChanged, this, &TrainJob::offerInterrupted);
    connect(
        &m_runner, &JobRunner::progressed, this, [this](quint64 number, const Progress& progress) {
            if (number == m_job) {
                note(progress);
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

void TrainJob::note(const Progress& progress)
{
    m_progress = progress;
    if (progress.stage != Stage::Calibrate) {
        return;
    }
    if (!m_calibrating.isValid()) {
        m_calibrating.start();
    }
    if (m_state == State::Running) { // nothing is left that could be paused
        setState(State::Finishing);
    }
}

Seconds TrainJob::left() const
{
    if (m_steps.empty()) {
        return {};
    }
    const train::StepReport& last = m_steps.back();
    if (m_state != State::Finishing) {
        const double epochs = last.elapsed.value + last.left.value;
        return Seconds{last.left.value + kCalibrationShare * epochs};
    }
    const double expected = kCalibrationShare * last.elapsed.value;
    if (!m_calibrating.isValid()) {
        return Seconds{expected};
    }
    const double gone = 0.001 * static_cast<double>(m_calibrating.elapsed());
    const double done = static_cast<double>(m_progress->done) /
                        static_cast<double>(std::max<std::int64_t>(1, m_progress->total));
    // What was expected gives way to what is measured.
    return Seconds{(1.0 - done) * ((1.0 - done) * expected + gone)};
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
    forget();
    writeMemo();
    Q_EMIT begun();
    run(From::Scratch);
}

void TrainJob::run(From from)
{
    pipeline::TrainSettings wanted = m_settings;
    wanted.resume = from == From::Checkpoint;
    m_progress.reset();
    m_calibrating.invalidate();
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
        forget();
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
        if (m_steps.empty()) { // of an earlier program: nothing is drawn of it yet
            Q_EMIT begun();
        }
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
    forget();
    setState(State::Idle);
}

void TrainJob::leave()
{
    if (m_state == State::Idle || m_state == State::Done) {
        return;
    }
    m_runner.drop(m_job);
    m_job = 0;
    m_lastEpoch = 0;
    m_steps.clear();
    m_progress.reset();
    m_interrupted = readMemo();
    setState(State::Idle);
}

QString TrainJob::memoPath() const
{
    return m_checkpoint + QLatin1String(".json");
}

void TrainJob::writeMemo() const
{
    QFile file(memoPath());
    if (!m_inputs.empty() &&
        file.open(QIODevice::WriteOnly)) { // else this training is not offered again
        const nlohmann::json memo{{"settings", pipeline::toJson(m_settings)},
                                  {"recordings", namesOf(m_inputs)}};
        file.write(QByteArray::fromStdString(memo.dump()));
    }
}

std::optional<TrainJob::Interrupted> TrainJob::readMemo() const
{
    QFile file(memoPath());
    if (!QFile::exists(m_checkpoint) || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    try {
        const auto memo = nlohmann::json::parse(file.readAll().toStdString());
        auto settings = pipeline::settingsFrom(memo.at("settings"));
        if (!settings) {
            return std::nullopt;
        }
        settings->checkpoint = m_checkpoint.toStdString();
        return Interrupted{std::move(*settings), memo.at("recordings")};
    } catch (const nlohmann::json::exception&) { // damaged: nothing that could be gone on from
        return std::nullopt;
    }
}

void TrainJob::forget()
{
    QFile::remove(m_checkpoint);
    QFile::remove(memoPath());
    m_interrupted.reset();
}

void TrainJob::offerInterrupted()
{
    auto inputs = healthyOf(m_document.inputs());
    if (m_state != State::Idle || !m_interrupted || namesOf(inputs) != m_interrupted->recordings) {
        return;
    }
    m_inputs = std::move(inputs);
    m_settings = std::move(m_interrupted->settings);
    m_epochs = m_settings.epochs;
    m_interrupted.reset();
    setState(State::Paused);
}

void TrainJob::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace spall::ui
