// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/step_states.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace spall::ui {

namespace {

constexpr int kRecordings = 0;
constexpr int kTrain = 1;
constexpr int kInspect = 2;
constexpr int kReport = 3;

QString translated(const char* text)
{
    return QCoreApplication::translate("Steps", text);
}

int countOf(const Document& document, pipeline::Role role)
{
    int count = 0;
    for (const Entry& entry : document.entries()) {
        count += entry.input.role == role ? 1 : 0;
    }
    return count;
}

std::optional<Waiting> waitingOfTraining(const Workbench& bench)
{
    const Document& document = bench.document;
    if (bench.training.isActive() || document.model()) {
        return std::nullopt;
    }
    if (document.entries().empty()) {
        return Waiting{translated("Nothing to learn from yet"),
                       translated("Training needs at least one recording of a healthy bearing."),
                       translated("Open recordings"),
                       kRecordings};
    }
    if (countOf(document, pipeline::Role::Healthy) == 0) {
        return Waiting{translated("No recording is marked healthy"),
                       translated("The networks learn what healthy looks like. Mark at least one "
                                  "recording as healthy: click its role in the table."),
                       translated("Go to Recordings"),
                       kRecordings};
    }
    return std::nullopt;
}

std::optional<Waiting> waitingOfInspection(const Workbench& bench)
{
    const Document& document = bench.document;
    if (!document.model()) {
        return Waiting{
            translated("No model yet"),
            bench.training.isActive()
                ? translated("The training runs. When it is done, every recording is scored and "
                             "shown here.")
                : translated("Train a model on the healthy recordings, or open one that was "
                             "trained before."),
            translated("Go to Train"),
            kTrain};
    }
    if (document.entries().empty()) {
        return Waiting{translated("Nothing to inspect"),
                       translated("The model is ready. Open the recordings that it shall judge."),
                       translated("Open recordings"),
                       kRecordings};
    }
    if (document.scored().empty()) {
        return bench.scoring.isScoring()
                   ? Waiting{translated("Scoring"),
                             translated("The model looks at every window of every recording."),
                             {},
                             kInspect}
                   : Waiting{translated("No recording could be scored"),
                             translated("The Recordings page says why, recording by recording."),
                             translated("Go to Recordings"),
                             kRecordings};
    }
    return std::nullopt;
}

} // namespace

QString recordingsState(const Workbench& bench)
{
    const Document& document = bench.document;
    if (document.entries().empty()) {
        return translated("none open");
    }
    QStringList parts;
    const auto add = [&](int count, const QString& name) {
        if (count > 0) {
            parts.append(QStringLiteral("%1 %2").arg(count).arg(name));
        }
    };
    add(countOf(document, pipeline::Role::Healthy), translated("healthy"));
    add(countOf(document, pipeline::Role::Faulty), translated("faulty"));
    add(countOf(document, pipeline::Role::Unknown), translated("unknown"));
    return parts.join(QStringLiteral(" · "));
}

QString trainState(const Workbench& bench)
{
    const TrainJob& training = bench.training;
    switch (training.state()) {
    case TrainJob::State::Running:
    case TrainJob::State::Pausing:
        return training.lastEpoch() > 0
                   ? translated("epoch %1 of %2").arg(training.lastEpoch()).arg(training.epochs())
                   : translated("preparing");
    case TrainJob::State::Paused:
        return translated("paused in epoch %1").arg(training.lastEpoch());
    case TrainJob::State::Finishing:
        return translated("calibrating");
    case TrainJob::State::Idle:
    case TrainJob::State::Done:
        break;
    }
    const pipeline::ModelPtr model = bench.document.model();
    return model ? translated("%1 · done").arg(durationText(model->history.elapsed))
                 : translated("not started");
}

QString inspectState(const Workbench& bench)
{
    const Document& document = bench.document;
    if (document.scored().empty()) {
        return bench.scoring.isScoring() ? translated("scoring") : translated("waits for a model");
    }
    return translated("threshold %1 σ").arg(document.judgement().threshold.value, 0, 'f', 2);
}

QString reportState(const Workbench& bench, const QString& exportedPath)
{
    if (!exportedPath.isEmpty()) {
        return translated("written: %1").arg(QFileInfo(exportedPath).fileName());
    }
    return bench.reports.canCompose() ? translated("ready to export")
                                      : translated("waits for scores");
}

std::optional<Waiting> waitingOf(const Workbench& bench, int page)
{
    if (page == kTrain) {
        return waitingOfTraining(bench);
    }
    if (page == kInspect) {
        return waitingOfInspection(bench);
    }
    if (page == kReport && !bench.reports.canCompose()) {
        return Waiting{
            translated("Nothing to report yet"),
            translated("The report tells what the model finds in the recordings: it needs a model "
                       "and at least one scored recording."),
            bench.document.model() ? translated("Go to Inspect") : translated("Go to Train"),
            bench.document.model() ? kInspect : kTrain};
    }
    return std::nullopt;
}

} // namespace spall::ui
