// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/jobs/read_session.h"

namespace spall::ui {

/// Saves what is open as a session and opens it again. Recordings and model are found by path and
/// content; what is not found is asked for and stays part of the session meanwhile.
class SessionJobs : public QObject {
    Q_OBJECT
public:
    using ViewState = std::map<std::string, std::string>;

    SessionJobs(Document& document, JobRunner& runner, QObject* parent = nullptr);

    /// Where to ask how the window looks now.
    void setViewSource(std::function<ViewState()> source) { m_viewSource = std::move(source); }

    void open(const QString& path);
    /// A model that lies in no file yet is written beside the session.
    void save(const QString& path);
    /// Nothing open any more, under no name.
    void startNew();

    /// File of the session; empty when it was never saved.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] const std::vector<MissingFile>& missing() const { return m_missing; }
    /// Takes from these files what is missing: by content, else by name.
    void find(const QStringList& files);

    /// Everything that would be saved now.
    [[nodiscard]] pipeline::Session snapshot() const;
    /// Opens a copy that was kept of a session that lies, or lay, at `originalPath`.
    void bringBack(const QString& copy, const QString& originalPath);

Q_SIGNALS:
    void opened(const QString& path);
    void broughtBack(const QString& copy); ///< its content is what is open now
    void saved(const QString& path);
    void failed(const QString& name, const spall::Error& error);
    void missingChanged();
    void pathChanged();
    void startedNew();     ///< what was asked for before belongs nowhere any more
    void aboutToReplace(); ///< what is open now gives way to another session
    void viewRestored(const std::map<std::string, std::string>& view);

private:
    void read(const QString& file, const QString& path, bool isCopy);
    void take(SessionContent content, const QString& path);
    void takeFound(const FoundFiles& found);
    void setPath(const QString& path);

    Document& m_document;
    JobRunner& m_runner;
    std::function<ViewState()> m_viewSource;
    QString m_path;
    std::vector<MissingFile> m_missing;
    detect::DecisionOptions m_missingDecision; ///< of the model that is missing
    int m_session = 0; ///< counts those that were opened or begun: what is on its way is of one
};

} // namespace spall::ui
