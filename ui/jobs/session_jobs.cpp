// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/session_jobs.h"

#include "core/base/file_bytes.h"
#include "ui/document/session_content.h"
#include "ui/jobs/opened_recording.h"
#include "ui/jobs/write_session.h"

#include <QFileInfo>

#include <algorithm>

namespace spall::ui {

namespace {

io::InputSpec specOf(const pipeline::SessionRecording& recording, const std::filesystem::path& at)
{
    io::InputSpec spec;
    spec.path = at;
    spec.variable = recording.variable;
    spec.rate = recording.rate;
    return spec;
}

/// With the channel and the role that the session remembers.
Opened asRemembered(const Opened& opened, const pipeline::SessionRecording& recording)
{
    pipeline::Input input = opened.input;
    input.role = recording.role;
    const int channel = channelNamed(*input.recording, recording.channel);
    if (channel == input.channel) {
        Opened same = opened;
        same.input.role = recording.role;
        return same;
    }
    input.channel = channel;
    Opened other = prepare(std::move(input));
    other.variable = opened.variable;
    return other;
}

} // namespace

/// A session with what it needs, as far as that was found.
struct SessionJobs::Content {
    pipeline::Session session;
    DocumentContent document;
    std::vector<MissingFile> missing;
    QString path;
    bool isCopy = false;
};

/// What lay in the files that were named for missing ones.
struct SessionJobs::Found {
    std::vector<Opened> recordings;
    pipeline::ModelPtr model;
    QString modelPath;
};

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
    m_runner.start<Content>(
        tr("opening %1").arg(QFileInfo(file).fileName()),
        [text = file.toStdString()](const pipeline::Observer& observer) {
            return readContent(text, observer);
        },
        [this, file, path, isCopy](Result<Content> content) {
            if (!content) {
                Q_EMIT failed(QFileInfo(file).fileName(), content.error());
                return;
            }
            content->path = path;
            content->isCopy = isCopy;
            if (isCopy && QFileInfo(content->document.modelPath).path() == QFileInfo(file).path()) {
                content->document.modelPath.clear(); // goes when the copy goes
            }
            take(std::move(*content));
        });
}

Status SessionJobs::readRecordings(Content& content,
                                   const std::filesystem::path& folder,
                                   const pipeline::Observer& observer)
{
    DocumentContent& document = content.document;
    const auto& recordings = content.session.recordings;
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        tell(observer.progress,
             {Stage::Read,
              static_cast<std::int64_t>(i),
              static_cast<std::int64_t>(recordings.size()),
              {}});
        const pipeline::SessionRecording& recording = recordings[i];
        const auto at = pipeline::whereIs(recording.file, folder);
        if (!at) {
            content.missing.push_back({recording.file, MissingFile::Why::Gone, recording});
            continue;
        }
        const auto opened = openRecording(specOf(recording, *at), {}, observer);
        if (!opened && opened.error().code == ErrorCode::Cancelled) {
            return fail(opened.error());
        }
        if (!opened || opened->input.recording->provenance.sha256 != recording.file.sha256) {
            content.missing.push_back(
                {recording.file,
                 opened ? MissingFile::Why::Changed : MissingFile::Why::Unreadable,
                 recording});
            continue;
        }
        if (static_cast<int>(i) == content.session.current) {
            document.current = static_cast<int>(document.entries.size());
        }
        document.entries.push_back(entryOf(asRemembered(*opened, recording)));
        document.entries.back().statedSpeed = recording.speed;
    }
    return {};
}

void SessionJobs::readModel(Content& content, const std::filesystem::path& folder)
{
    const pipeline::SessionFile& file = *content.session.model;
    const auto at = pipeline::whereIs(file, folder);
    const auto hash = at ? sha256OfFile(*at) : Result<std::string>(std::string());
    if (!at || !hash || *hash != file.sha256) {
        const auto why = at ? MissingFile::Why::Changed : MissingFile::Why::Gone;
        content.missing.push_back({file, why, std::nullopt});
        return;
    }
    auto model = pipeline::loadModel(*at);
    if (!model) {
        content.missing.push_back({file, MissingFile::Why::Unreadable, std::nullopt});
        return;
    }
    content.document.model = std::move(*model);
    content.document.modelPath = QString::fromStdString(at->string());
}

Result<SessionJobs::Content> SessionJobs::readContent(const std::string& path,
                                                      const pipeline::Observer& observer)
{
    auto session = pipeline::loadSession(path);
    if (!session) {
        return fail(session.error());
    }
    Content content;
    content.session = std::move(*session);
    const auto folder = std::filesystem::path(path).parent_path();
    if (const auto read = readRecordings(content, folder, observer); !read) {
        return fail(read.error());
    }
    if (content.session.model) {
        readModel(content, folder);
    }
    DocumentContent& document = content.document;
    if (document.current < 0 && !document.entries.empty()) {
        document.current = 0;
    }
    document.decision = content.session.decision;
    document.training = content.session.training;
    document.labels = content.session.labels;
    if (auto bearing = signal::parseBearing(content.session.bearing)) {
        document.bearing = std::move(*bearing);
    }
    return content;
}

void SessionJobs::take(Content content)
{
    Q_EMIT aboutToReplace();
    ++m_session;
    m_missing = std::move(content.missing);
    m_missingDecision = content.session.decision;
    m_document.restore(std::move(content.document));
    if (content.isCopy) {
        m_document.undoStack()->resetClean(); // its own file is older, or was never written
    }
    setPath(content.path);
    Q_EMIT viewRestored(content.session.view);
    Q_EMIT missingChanged();
    Q_EMIT opened(content.path);
}

void SessionJobs::find(const QStringList& files)
{
    m_runner.start<Found>(
        tr("looking for the recordings"),
        [files](const pipeline::Observer& observer) { return readFound(files, observer); },
        [this](Result<Found> found) {
            if (!found) {
                Q_EMIT failed({}, found.error());
                return;
            }
            takeFound(*found);
        });
}

Result<SessionJobs::Found> SessionJobs::readFound(const QStringList& files,
                                                  const pipeline::Observer& observer)
{
    Found found;
    for (const QString& file : files) {
        if (file.endsWith(QLatin1String(".spall"), Qt::CaseInsensitive)) {
            auto model = pipeline::loadModel(file.toStdString());
            if (!model) {
                return fail(model.error());
            }
            found.model = *model;
            found.modelPath = file;
            continue;
        }
        auto opened = openRecording({file.toStdString()}, {}, observer);
        if (!opened) {
            return fail(opened.error());
        }
        found.recordings.push_back(std::move(*opened));
    }
    return found;
}

bool SessionJobs::takeRecording(const Opened& opened)
{
    const auto nameOf = [](const std::string& path) {
        return std::filesystem::path(path).filename();
    };
    const signal::Provenance& provenance = opened.input.recording->provenance;
    auto at = std::find_if(m_missing.begin(), m_missing.end(), [&](const MissingFile& missing) {
        return missing.recording && missing.file.sha256 == provenance.sha256;
    });
    if (at == m_missing.end()) {
        at = std::find_if(m_missing.begin(), m_missing.end(), [&](const MissingFile& missing) {
            return missing.recording && nameOf(missing.file.path) == nameOf(provenance.path);
        });
    }
    if (at == m_missing.end()) {
        return false;
    }
    const pipeline::SessionRecording wanted = *at->recording;
    m_missing.erase(at);
    const Opened remembered = asRemembered(opened, wanted);
    m_document.addRecording(
        remembered.input, remembered.pyramid, remembered.preview, remembered.variable);
    const int last = static_cast<int>(m_document.entries().size()) - 1;
    if (wanted.rate) {
        m_document.setRate(last, *wanted.rate);
    }
    if (wanted.speed) {
        m_document.setSpeed(last, wanted.speed);
    }
    return true;
}

void SessionJobs::takeFound(const Found& found)
{
    int taken = 0;
    for (const Opened& opened : found.recordings) {
        taken += takeRecording(opened) ? 1 : 0;
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
