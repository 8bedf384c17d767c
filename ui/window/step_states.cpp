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

struct Steps {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

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
        return Waiting{Steps::tr("Nothing to learn from yet"),
                       Steps::tr("Training needs at least one recording of a healthy bearing."),
                       Steps::tr("Open recordings"),
                       kRecordings};
    }
    if (countOf(document, pipeline::Role::Healthy) == 0) {
        return Waiting{Steps::tr("No recording is marked healthy"),
                       Steps::tr("The networks learn what healthy looks like. Mark at least one "
                                 "recording as healthy: click its role in the table."),
                       Steps::tr("Go to Recordings"),
                       kRecordings};
    }
    return std::nullopt;
}

/// A signal can be looked at without a model: the page itself says what the scores wait for.
std::optional<Waiting> waitingOfInspection(const Workbench& bench)
{
    if (!bench.document.entries().empty()) {
        return std::nullopt;
    }
    return Waiting{
        Steps::tr("Nothing to inspect"),
        bench.document.model()
            ? Steps::tr("The model is ready. Open the recordings that it shall judge.")
            : Steps::tr("Open a recording: its signal, spectra and envelope can be looked "
                        "at before there is a model."),
        Steps::tr("Open recordings"),
        kRecordings};
}

} // namespace

QString recordingsState(const Workbench& bench)
{
    const Document& document = bench.document;
    if (document.entries().empty()) {
        return Steps::tr("none open");
    }
    QStringList parts;
    const auto add = [&](int count, const QString& name) {
        if (count > 0) {
            parts.append(QStringLiteral("%1 %2").arg(count).arg(name));
        }
    };
    add(countOf(document, pipeline::Role::Healthy), Steps::tr("healthy"));
    add(countOf(document, pipeline::Role::Faulty), Steps::tr("faulty"));
    add(countOf(document, pipeline::Role::Unknown), Steps::tr("unknown"));
    return parts.join(QStringLiteral(" · "));
}

QString trainState(const Workbench& bench)
{
    const TrainJob& training = bench.training;
    switch (training.state()) {
    case TrainJob::State::Running:
    case TrainJob::State::Pausing:
        return training.lastEpoch() > 0
                   ? Steps::tr("epoch %1 of %2").arg(training.lastEpoch()).arg(training.epochs())
                   : Steps::tr("preparing");
    case TrainJob::State::Paused:
        return training.steps().empty() ? Steps::tr("interrupted")
                                        : Steps::tr("paused in epoch %1").arg(training.lastEpoch());
    case TrainJob::State::Finishing:
        return Steps::tr("calibrating");
    case TrainJob::State::Idle:
    case TrainJob::State::Done:
        break;
    }
    const pipeline::ModelPtr model = bench.document.model();
    return model ? Steps::tr("%1 · done").arg(durationText(model->history.elapsed))
                 : Steps::tr("not started");
}

QString inspectState(const Workbench& bench)
{
    const Document& document = bench.document;
    if (document.scored().empty()) {
        if (bench.scoring.isScoring()) {
            return Steps::tr("scoring");
        }
        return document.entries().empty() ? Steps::tr("waits for a recording")
                                          : Steps::tr("no scores yet");
    }
    if (document.judgement().dual) {
        return Steps::tr("two thresholds");
    }
    return Steps::tr("threshold %1 σ").arg(document.judgement().threshold.value, 0, 'f', 2);
}

QString reportState(const Workbench& bench, const QString& exportedPath)
{
    if (!exportedPath.isEmpty()) {
        return Steps::tr("written: %1").arg(QFileInfo(exportedPath).fileName());
    }
    return bench.reports.canCompose() ? Steps::tr("ready to export")
                                      : Steps::tr("waits for scores");
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
            Steps::tr("Nothing to report yet"),
            Steps::tr("The report tells what the model finds in the recordings: it needs a model "
                      "and at least one scored recording."),
            bench.document.model() ? Steps::tr("Go to Inspect") : Steps::tr("Go to Train"),
            bench.document.model() ? kInspect : kTrain};
    }
    return std::nullopt;
}

} // namespace spall::ui
