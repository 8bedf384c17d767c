// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QObject>
#include <QStringList>

class QMenu;
class QWidget;

namespace spall::ui {

class Actions;
struct FileChoice;

/// What the File menu does: asks for files, opens and saves them, remembers the recent ones.
class FileActions : public QObject {
    Q_OBJECT
public:
    FileActions(Workbench& bench, Actions& actions, QWidget& window);

    /// Recordings, models, labels and sessions, each by what it is.
    void open(const QStringList& files);
    void chooseRecordings();
    void chooseMissing();
    void refresh();

Q_SIGNALS:
    void said(const QString& text); ///< for the status line

private:
    void connectSessions();
    void connectSaving();
    void choose(const FileChoice& choice);
    /// `text` has a place for the path.
    void tellSaved(const Status& saved, const QString& path, const QString& text);
    void chooseSessionToSave();
    void saveSession();
    void fillRecent(QMenu& menu, const QStringList& paths);

    Workbench& m_bench;
    Actions& m_actions;
    QWidget& m_window;
    QStringList m_asked; ///< to be opened; becomes recent when it is
};

} // namespace spall::ui
