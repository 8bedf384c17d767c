// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/slowdown.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <functional>

/// What the program said, and how it ended.
struct Answer {
    int status = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// Runs the real program to its end. `arrange` may lead its output elsewhere or narrow what it may
/// do before it starts.
inline Answer ask(const QStringList& words,
                  const std::function<void(QProcess&)>& arrange = {},
                  int milliseconds = 300000 * spall::test::kSlowdown)
{
    QProcess process;
    if (arrange) {
        arrange(process);
    }
    process.start(QStringLiteral(SPALL_PROGRAM), words);
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// The commands that the program names itself.
inline QStringList commandNames()
{
    const QString help = QString::fromUtf8(ask({"--help"}).out);
    QStringList names;
    for (const QString& line : help.mid(help.indexOf("Subcommands:")).split('\n').mid(1)) {
        names << line.simplified().section(' ', 0, 0);
    }
    names.removeAll(QString());
    return names;
}
