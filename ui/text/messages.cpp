// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/messages.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace spall::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Messages", text);
}

} // namespace

QString errorTitle(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return translated("That cannot be done");
    case ErrorCode::FileUnreadable:
        return translated("This file cannot be read");
    case ErrorCode::UnknownFormat:
        return translated("This file is not a recording");
    case ErrorCode::NotFinite:
        return translated("This recording has values that are not numbers");
    case ErrorCode::VersionMismatch:
        return translated("This file belongs to another version of Spall");
    case ErrorCode::TooFewSamples:
        return translated("This is too short");
    case ErrorCode::RateTooLow:
        return translated("This recording's rate is too low for the model");
    case ErrorCode::NotEnoughMemory:
        return translated("There is not enough memory");
    case ErrorCode::WriteFailed:
        return translated("This file cannot be written");
    case ErrorCode::Cancelled:
        return translated("Stopped");
    case ErrorCode::Internal:
        return translated("Something in Spall went wrong");
    }
    return {};
}

QString errorText(const Error& error)
{
    QString text = QString::fromStdString(error.what);
    if (!error.where.empty()) {
        const QString where = QString::fromStdString(error.where);
        const QString name = QFileInfo(where).fileName();
        text = QStringLiteral("%1: %2").arg(name.isEmpty() ? where : name, text);
    }
    if (!error.hint.empty()) {
        text = translated("%1. To mend it: %2.").arg(text, QString::fromStdString(error.hint));
    }
    return text;
}

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Read:
        return translated("reading");
    case Stage::Condition:
        return translated("bringing to the model's rate");
    case Stage::Cut:
        return translated("cutting windows");
    case Stage::Split:
        return translated("splitting");
    case Stage::Train:
        return translated("training");
    case Stage::Score:
        return translated("scoring");
    case Stage::Calibrate:
        return translated("calibrating");
    case Stage::Decide:
        return translated("deciding");
    case Stage::Evaluate:
        return translated("evaluating");
    case Stage::Report:
        return translated("composing the report");
    }
    return {};
}

} // namespace spall::ui
