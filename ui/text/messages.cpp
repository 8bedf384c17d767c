// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/messages.h"

#include "core/report/sentences.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace spall::ui {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

} // namespace

QString saidText(const std::string& sentence)
{
    const report::Words words(spokenLanguage() == Language::Chinese ? report::Language::Chinese
                                                                    : report::Language::English);
    return QString::fromStdString(report::sentenceIn(words, sentence));
}

QString errorTitle(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return Messages::tr("That cannot be done");
    case ErrorCode::FileUnreadable:
        return Messages::tr("This file cannot be read");
    case ErrorCode::UnknownFormat:
        return Messages::tr("This file is not a recording");
    case ErrorCode::NotFinite:
        return Messages::tr("This recording has values that are not numbers");
    case ErrorCode::VersionMismatch:
        return Messages::tr("This file belongs to another version of Spall");
    case ErrorCode::TooFewSamples:
        return Messages::tr("This is too short");
    case ErrorCode::RateTooLow:
        return Messages::tr("This recording's rate is too low for the model");
    case ErrorCode::NotEnoughMemory:
        return Messages::tr("There is not enough memory");
    case ErrorCode::WriteFailed:
        return Messages::tr("This file cannot be written");
    case ErrorCode::Cancelled:
        return Messages::tr("Stopped");
    case ErrorCode::Internal:
        return Messages::tr("Something in Spall went wrong");
    }
    return {};
}

QString errorText(const Error& error)
{
    QString text = saidText(error.what);
    if (!error.where.empty()) {
        const QString where = QString::fromStdString(error.where);
        const QString name = QFileInfo(where).fileName();
        text = QStringLiteral("%1: %2").arg(name.isEmpty() ? where : name, text);
    }
    if (!error.hint.empty()) {
        text = Messages::tr("%1. To mend it: %2.").arg(text, saidText(error.hint));
    }
    return text;
}

QString scoringProblem(const Error& error, const signal::Recording& recording)
{
    const auto count = static_cast<SampleCount>(recording.snapshots.size());
    if (count == 0 || !error.what.starts_with("no whole window")) {
        return errorText(error);
    }
    return Messages::tr("Each of the %1 snapshots, %2 long, is shorter than one window of the "
                        "model. To mend it: train with a shorter window or take longer snapshots.")
        .arg(countText(count),
             durationText(duration(recording.sampleCount() / count, recording.rate.value)));
}

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Read:
        return Messages::tr("reading");
    case Stage::Split:
        return Messages::tr("splitting");
    case Stage::Train:
        return Messages::tr("training");
    case Stage::Score:
        return Messages::tr("scoring");
    case Stage::Calibrate:
        return Messages::tr("calibrating");
    case Stage::Evaluate:
        return Messages::tr("evaluating");
    case Stage::Report:
        return Messages::tr("composing the report");
    }
    return {};
}

} // namespace spall::ui
