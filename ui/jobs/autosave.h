// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/session_jobs.h"

#include <QDateTime>
#include <QLockFile>
#include <QTimer>

#include <memory>

namespace spall::ui {

/// A session that was not saved when its program ended.
struct LostSession {
    QString copy;           ///< what was kept of it
    QString originalPath;   ///< where it lay; empty: it was never saved
    QDateTime time;         ///< when the copy was made
    bool wasClosed = false; ///< the window was closed in peace, the session just never saved
};

/// Keeps a copy of the open session in the state folder while it differs from its file, never older
/// than 30 s, so that neither a crash nor a careless click on the close button loses anything.
class Autosave : public QObject {
    Q_OBJECT
public:
    /// `folder` is made when it is needed.
    Autosave(Document& document, SessionJobs& sessions, const QString& folder);
    ~Autosave() override;

    /// The newest session that an earlier program left behind, unset when there is none.
    [[nodiscard]] std::optional<LostSession> lost() const;
    void bringBack(const LostSession& lost); ///< the copy goes when another has taken its place
    void throwAway(const LostSession& lost);

    /// Writes the last copy when the window closes, or removes it when all is saved.
    void close();

    [[nodiscard]] QString copyPath() const { return m_copy; }
    /// How long after a change the copy is made at the latest; 10 s at first.
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }

Q_SIGNALS:
    void written();
    void setAside(); ///< a session that was not saved gave way to another; `lost()` tells of it
    void failed(const spall::Error& error);

private:
    enum class Ended { NotYet, InPeace };
    void noteChange();
    void write();
    /// Keeps a session that is about to be replaced under a name of its own.
    void putAside();
    void takeNewName();
    void lockCopy();
    [[nodiscard]] pipeline::Session contentToKeep(Ended ended) const;

    Document& m_document;
    SessionJobs& m_sessions;
    QString m_folder;
    QString m_copy;
    QString m_wanted;      ///< a copy of an earlier program that is asked for
    QString m_broughtBack; ///< the same once it is open, until one of our own is written
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
    JobRunner m_runner;             ///< of its own: a long import must not keep the copy waiting
    pipeline::ModelPtr m_keptModel; ///< the one that lies beside the copy
};

} // namespace spall::ui
