// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/session_jobs.h"

#include "ui/document/session_content.h"
#include "ui/jobs/write_session.h"

#include <QFileInfo>

#include <algorithm>

namespace spall::ui {

SessionJobs::SessionJobs(Document& document, JobRunner& runner, QObject* parent)
    : QObject(parent), m_document(document), m_runner(runner)
{
}

pipeline::Session SessionJobs::snapshot() const
{
    pipeline::Session session = sessionOf(m_document);
    for (const MissingFile& missing : m_missing) {
        if (missing.recording) {
            session.recordings.push_back(*missing.recording);
        } else if (!session.model && !m_document.model()) {
            session.model = missing.file;
            session.decision = m_missingDecision;
        }
    }
    if (m_viewSource) {
        session.view = m_viewSource();
    }
    return session;
}

void SessionJobs::save(const QString& path)
{
    const std::filesystem::path file(path.toStdString());
    const std::string newModel = (file.parent_path() / (file.stem().string() + ".spall")).string();
    const int step = m_document.undoStack()->index();
    m_runner.start<std::string>(
        tr("saving the session"),
        [text = path.toStdString(), session = snapshot(), model = m_document.model(), newModel](
            const pipeline::Observer&) {
            return writeSession(
                text, session, model, model ? freeModelPath(newModel, *model) : newModel);
        },
        [this, path, step, model = m_document.model(), session = m_session](
            Result<std::string> modelPath) {
            if (!modelPath) {
                Q_EMIT failed(QFileInfo(path).fileName(), modelPath.error());
                return;
            }
            if (session != m_session) { // another one is open by now, of another name
                Q_EMIT saved(path);
                return;
            }
            if (model == m_document.model() && !modelPath->empty()) {
                m_document.setModelPath(QString::fromStdString(*modelPath));
            }
            if (step == m_document.undoStack()->index()) { // else it has changed since
                m_document.undoStack()->setClean();
            }
            setPath(path);
            Q_EMIT saved(path);
        });
}

void SessionJobs::startNew()
{
    Q_EMIT aboutToReplace();
    ++m_session;
    m_missing.clear();
    m_document.restore({});
    setPath({});
    Q_EMIT startedNew();
    Q_EMIT missingChanged();
}

void SessionJobs::open(const QString& path)
{
    read(path, path, false);
}

void SessionJobs::bringBack(const QString& copy, const QString& originalPath)
{
    read(copy, originalPath, true);
}

void SessionJobs::read(const QString& file, const QString& path, bool isCopy)
{
    m_runner.start<SessionContent>(
        tr("opening %1").arg(QFileInfo(file).fileName()),
        [text = file.toStdString()](const pipeline::Observer& observer) {
            return readSession(text, observer);
        },
        [this, file, path, isCopy](Result<SessionContent> content) {
            if (!content) {
                Q_EMIT failed(QFileInfo(file).fileName(), content.error());
                return;
            }
            if (isCopy && QFileInfo(content->document.modelPath).path() == QFileInfo(file).path()) {
                content->document.modelPath.clear(); // goes when the copy goes
            }
            take(std::move(*content), path);
            if (isCopy) {
                m_document.undoStack()->resetClean(); // its own file is older, or was never written
                Q_EMIT broughtBack(file);
            }
        });
}

void SessionJobs::take(SessionContent content, const QString& path)
{
    Q_EMIT aboutToReplace();
    ++m_session;
    m_missing = std::move(content.missing);
    m_missingDecision = content.session.decision;
    m_document.restore(std::move(content.document));
    setPath(path);
    Q_EMIT viewRestored(content.session.view);
    Q_EMIT missingChanged();
    Q_EMIT opened(path);
}

void SessionJobs::find(const QStringList& files)
{
    m_runner.start<FoundFiles>(
        tr("looking for the recordings"),
        [files, missing = m_missing](const pipeline::Observer& observer) {
            return readFound(files, missing, observer);
        },
        [this](Result<FoundFiles> found) {
            if (!found) {
                Q_EMIT failed({}, found.error());
                return;
            }
            takeFound(*found);
        });
}

void SessionJobs::takeFound(const FoundFiles& found)
{
    int taken = 0;
    for (const FoundRecording& each : found.recordings) {
        const auto at =
            std::find_if(m_missing.begin(), m_missing.end(), [&](const MissingFile& missing) {
                return missing.recording == each.wanted;
            });
        if (at != m_missing.end()) { // else found meanwhile
            m_missing.erase(at);
            m_document.addRecording(each.entry);
            ++taken;
        }
    }
    const auto isModel = [](const MissingFile& missing) {
        return !missing.recording;
    };
    if (found.model && std::erase_if(m_missing, isModel) > 0) {
        ++taken;
        m_document.setModel(found.model, found.modelPath);
        m_document.setDecision(m_missingDecision, tr("threshold of the session"));
        m_document.endGesture();
    }
    if (taken == 0) {
        Q_EMIT failed({},
                      {ErrorCode::Usage,
                       "none of these files is one that the session asks for",
                       {},
                       "choose files of the names that are listed"});
    }
    Q_EMIT missingChanged();
}

void SessionJobs::setPath(const QString& path)
{
    if (m_path != path) {
        m_path = path;
        Q_EMIT pathChanged();
    }
}

} // namespace spall::ui
