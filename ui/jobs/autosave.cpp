// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/autosave.h"

#include "ui/jobs/write_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace spall::ui {

namespace {

constexpr int kDelayMilliseconds = 10'000;

// What the copy says beside the session itself.
constexpr const char* kOriginalPath = "kept.path";
constexpr const char* kEndedInPeace = "kept.closed";

QString beside(const QString& copy, const char* ending)
{
    return QFileInfo(copy).path() + QLatin1Char('/') + QFileInfo(copy).completeBaseName() +
           QLatin1String(ending);
}

void removeCopy(const QString& copy)
{
    for (const char* ending : {".spallsession", ".spall", ".lock"}) {
        QFile::remove(beside(copy, ending));
    }
}

/// True while the program that writes this copy is alive.
bool isInUse(const QString& copy)
{
    QLockFile lock(beside(copy, ".lock"));
    lock.setStaleLockTime(0); // as long as its process lives, however long that is
    return !lock.tryLock(0);
}

} // namespace

Autosave::Autosave(Document& document, SessionJobs& sessions, const QString& folder)
    : m_document(document), m_sessions(sessions), m_folder(folder)
{
    takeNewName();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
    connect(m_document.undoStack(), &QUndoStack::indexChanged, this, &Autosave::noteChange);
    connect(m_document.undoStack(), &QUndoStack::cleanChanged, this, &Autosave::noteChange);
    connect(&m_sessions, &SessionJobs::aboutToReplace, this, &Autosave::putAside);
    connect(&m_sessions, &SessionJobs::broughtBack, this, [this](const QString& copy) {
        if (copy == m_wanted) { // a report is brought back in the same way, and is not ours
            m_broughtBack = copy;
        }
    });
}

void Autosave::takeNewName()
{
    m_lock.reset();
    m_keptModel.reset();
    m_copy = QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) +
                                     QLatin1String(".spallsession"));
}

void Autosave::lockCopy()
{
    QDir().mkpath(m_folder);
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(beside(m_copy, ".lock"));
        m_lock->setStaleLockTime(0);
        m_lock->tryLock(0);
    }
}

Autosave::~Autosave() = default;

void Autosave::noteChange()
{
    if (!m_timer.isActive()) { // counted from the first change, not from the last
        m_timer.start();
    }
}

std::optional<LostSession> Autosave::lost() const
{
    const QFileInfoList copies =
        QDir(m_folder).entryInfoList({QStringLiteral("*.spallsession")}, QDir::Files, QDir::Time);
    for (const QFileInfo& info : copies) {
        const QString copy = info.absoluteFilePath();
        if (copy == QFileInfo(m_copy).absoluteFilePath() || isInUse(copy)) {
            continue;
        }
        const auto session = pipeline::loadSession(copy.toStdString());
        if (!session) { // of another version, or damaged: nothing that we could bring back
            continue;
        }
        const auto original = session->view.find(kOriginalPath);
        return LostSession{
            copy,
            original == session->view.end() ? QString() : QString::fromStdString(original->second),
            info.lastModified(),
            session->view.contains(kEndedInPeace)};
    }
    return std::nullopt;
}

void Autosave::bringBack(const LostSession& lost)
{
    m_wanted = lost.copy;
    m_sessions.bringBack(lost.copy, lost.originalPath);
}

void Autosave::throwAway(const LostSession& lost)
{
    removeCopy(lost.copy);
}

pipeline::Session Autosave::contentToKeep(Ended ended) const
{
    pipeline::Session session = m_sessions.snapshot();
    session.view[kOriginalPath] = m_sessions.path().toStdString();
    if (ended == Ended::InPeace) {
        session.view.emplace(kEndedInPeace, "yes");
    }
    return session;
}

void Autosave::write()
{
    if (m_document.undoStack()->isClean()) {
        m_runner.start<bool>( // behind a copy that is being written
            QString(),
            [copy = m_copy](const pipeline::Observer&) -> Result<bool> {
                return QFile::remove(copy);
            },
            [](const Result<bool>&) {});
        return;
    }
    lockCopy();
    const pipeline::ModelPtr model = m_document.model();
    pipeline::Session session = contentToKeep(Ended::NotYet);
    const std::string keptModel = beside(m_copy, ".spall").toStdString();
    if (!session.model && model && model == m_keptModel) {
        session.model = pipeline::SessionFile{keptModel, {}, {}};
    }
    m_runner.start<std::string>(
        QString(),
        [path = m_copy.toStdString(), session = std::move(session), model, keptModel](
            const pipeline::Observer&) { return writeSession(path, session, model, keptModel); },
        [this, model, keptModel](Result<std::string> modelPath) {
            if (!modelPath) {
                Q_EMIT failed(modelPath.error());
                return;
            }
            if (*modelPath == keptModel) {
                m_keptModel = model;
            }
            if (!m_broughtBack.isEmpty()) {
                removeCopy(m_broughtBack);
                m_broughtBack.clear();
            }
            Q_EMIT written();
        });
}

void Autosave::putAside()
{
    m_timer.stop();
    if (m_document.undoStack()->isClean()) {
        return;
    }
    lockCopy();
    const pipeline::ModelPtr model = m_document.model();
    m_runner.start<std::string>(
        QString(),
        [path = m_copy.toStdString(),
         session = contentToKeep(Ended::InPeace),
         model,
         newModel = beside(m_copy, ".spall").toStdString()](const pipeline::Observer&) {
            return writeSession(path, session, model, newModel);
        },
        [this,
         lock = std::shared_ptr<QLockFile>(std::move(m_lock))](Result<std::string> modelPath) {
            lock->unlock();
            if (modelPath) {
                Q_EMIT setAside();
            } else {
                Q_EMIT failed(modelPath.error());
            }
        });
    takeNewName();
}

void Autosave::close()
{
    m_timer.stop();
    m_runner.wait(); // a copy that is being written would come after the last one
    if (m_document.undoStack()->isClean()) {
        m_lock.reset();
        removeCopy(m_copy);
        if (!m_broughtBack.isEmpty()) {
            removeCopy(m_broughtBack); // it was saved since
        }
        return;
    }
    QDir().mkpath(m_folder);
    const std::string keptModel = beside(m_copy, ".spall").toStdString();
    pipeline::Session session = contentToKeep(Ended::InPeace);
    const pipeline::ModelPtr model = m_document.model();
    if (!session.model && model && model == m_keptModel) {
        session.model = pipeline::SessionFile{keptModel, {}, {}};
    }
    // Nobody is left to be told of a failure; the copy before this one stays as it is then.
    const auto written = writeSession(m_copy.toStdString(), session, model, keptModel);
    if (written && !m_broughtBack.isEmpty()) {
        removeCopy(m_broughtBack);
    }
    m_lock.reset();
}

} // namespace spall::ui
