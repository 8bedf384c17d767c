// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_actions.h"

#include "core/io/readers.h"
#include "ui/text/messages.h"
#include "ui/window/actions.h"
#include "ui/window/file_choice.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

namespace spall::ui {

namespace {

bool isSession(const QString& path)
{
    return path.endsWith(QLatin1String(pipeline::kSessionExtension), Qt::CaseInsensitive);
}

/// The JSON of a report holds the session that it was made from.
bool isReport(const QString& path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

/// Every extension that a reader claims.
QString recordingPatterns()
{
    QStringList patterns;
    for (const io::Reader* reader : io::allReaders()) {
        for (const std::string& extension : reader->describe().extensions) {
            patterns.append(QLatin1Char('*') + QString::fromStdString(extension));
        }
    }
    patterns.removeDuplicates();
    return patterns.join(QLatin1Char(' '));
}

} // namespace

FileActions::FileActions(Workbench& bench, Actions& actions, QWidget& window)
    : QObject(&actions), m_bench(bench), m_actions(actions), m_window(window)
{
    using Kind = FileChoice::Kind;
    connect(actions.open, &QAction::triggered, this, &FileActions::chooseRecordings);
    connect(actions.openModel, &QAction::triggered, this, [this] {
        choose({tr("Open a model"), {tr("Spall models (*.spall)")}, Kind::OpenOne, {}});
    });
    connect(actions.openLabels, &QAction::triggered, this, [this] {
        choose({tr("Open labels"), {tr("Labels (*.csv)")}, Kind::OpenOne, {}});
    });
    connect(actions.demo, &QAction::triggered, &m_bench.imports, &ImportJobs::openDemo);
    connect(&m_bench.imports, &ImportJobs::opened, this, [this](const QString& name) {
        for (const QString& path : std::as_const(m_asked)) {
            if (QFileInfo(path).fileName() == name) {
                m_bench.settings.addRecentFile(path);
                m_bench.settings.setLastFolderOf(path);
            }
        }
        Q_EMIT said(tr("Opened %1").arg(name));
    });
    connect(actions.recentFiles, &QMenu::aboutToShow, this, [this] {
        fillRecent(*m_actions.recentFiles, m_bench.settings.recentFiles());
    });
    connect(actions.recentSessions, &QMenu::aboutToShow, this, [this] {
        fillRecent(*m_actions.recentSessions, m_bench.settings.recentSessions());
    });
    connectSessions();
    connectSaving();
    refresh();
}

void FileActions::connectSessions()
{
    connect(m_actions.newSession, &QAction::triggered, &m_bench.sessions, &SessionJobs::startNew);
    connect(m_actions.openSession, &QAction::triggered, this, [this] {
        choose({tr("Open a session"),
                {tr("Spall sessions (*.spallsession)")},
                FileChoice::Kind::OpenOne,
                {}});
    });
    connect(m_actions.saveSession, &QAction::triggered, this, &FileActions::saveSession);
    connect(m_actions.saveSessionAs, &QAction::triggered, this, &FileActions::chooseSessionToSave);
    connect(&m_bench.sessions, &SessionJobs::opened, this, [this](const QString& path) {
        if (!path.isEmpty()) {
            m_bench.settings.addRecentSession(path);
            m_bench.settings.setLastFolderOf(path);
            Q_EMIT said(tr("Opened %1").arg(QFileInfo(path).fileName()));
        }
    });
    connect(&m_bench.sessions, &SessionJobs::saved, this, [this](const QString& path) {
        m_bench.settings.addRecentSession(path);
        m_bench.settings.setLastFolderOf(path);
        Q_EMIT said(tr("The session is saved: %1").arg(path));
    });
}

void FileActions::connectSaving()
{
    connect(m_actions.saveModel, &QAction::triggered, this, [this] {
        chooseFiles(m_window,
                    m_bench.settings,
                    {tr("Save the model"),
                     {tr("Spall models (*.spall)")},
                     FileChoice::Kind::Save,
                     QStringLiteral("spall")},
                    [this](const QStringList& files) {
                        const QString& path = files.front();
                        m_bench.imports.saveModel(path, [this, path](const Status& saved) {
                            tellSaved(saved, path, tr("The model is saved: %1"));
                        });
                    });
    });
    connect(m_actions.saveLabels, &QAction::triggered, this, [this] {
        chooseFiles(m_window,
                    m_bench.settings,
                    {tr("Save the labels"),
                     {tr("Labels (*.csv)")},
                     FileChoice::Kind::Save,
                     QStringLiteral("csv")},
                    [this](const QStringList& files) {
                        tellSaved(
                            io::writeLabels(files.front().toStdString(), m_bench.document.labels()),
                            files.front(),
                            tr("The labels are saved: %1"));
                    });
    });
}

void FileActions::tellSaved(const Status& saved, const QString& path, const QString& text)
{
    if (saved) {
        m_bench.settings.setLastFolderOf(path);
    }
    Q_EMIT said(saved ? text.arg(path) : errorText(saved.error()));
}

void FileActions::refresh()
{
    m_actions.saveModel->setEnabled(m_bench.document.model() != nullptr);
    m_actions.saveLabels->setEnabled(!m_bench.document.labels().empty());
    m_actions.exportReport->setEnabled(m_bench.reports.canCompose());
    m_actions.recentFiles->setEnabled(!m_bench.settings.recentFiles().isEmpty());
    m_actions.recentSessions->setEnabled(!m_bench.settings.recentSessions().isEmpty());
}

void FileActions::open(const QStringList& files)
{
    QStringList others;
    for (const QString& file : files) {
        if (isSession(file)) {
            m_bench.sessions.open(QFileInfo(file).absoluteFilePath());
        } else if (isReport(
                       file)) { // without a path of its own: saving must not replace the report
            m_bench.sessions.bringBack(QFileInfo(file).absoluteFilePath(), {});
        } else {
            others.append(file);
        }
    }
    m_asked += others;
    if (!others.isEmpty()) {
        m_bench.imports.open(others);
    }
}

void FileActions::choose(const FileChoice& choice)
{
    chooseFiles(
        m_window, m_bench.settings, choice, [this](const QStringList& files) { open(files); });
}

void FileActions::chooseRecordings()
{
    choose({tr("Open recordings"),
            {tr("Recordings (%1)").arg(recordingPatterns()), tr("All files (*)")},
            FileChoice::Kind::OpenSeveral,
            {}});
}

void FileActions::chooseMissing()
{
    chooseFiles(m_window,
                m_bench.settings,
                {tr("Where are the missing files?"),
                 {tr("All files (*)")},
                 FileChoice::Kind::OpenSeveral,
                 {}},
                [this](const QStringList& files) { m_bench.sessions.find(files); });
}

void FileActions::chooseSessionToSave()
{
    chooseFiles(m_window,
                m_bench.settings,
                {tr("Save the session"),
                 {tr("Spall sessions (*.spallsession)")},
                 FileChoice::Kind::Save,
                 QStringLiteral("spallsession")},
                [this](const QStringList& files) { m_bench.sessions.save(files.front()); });
}

void FileActions::saveSession()
{
    if (m_bench.sessions.path().isEmpty()) {
        chooseSessionToSave();
        return;
    }
    m_bench.sessions.save(m_bench.sessions.path());
}

void FileActions::fillRecent(QMenu& menu, const QStringList& paths)
{
    menu.clear();
    for (const QString& path : paths) {
        QAction* action = menu.addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { open({path}); });
    }
}

} // namespace spall::ui
