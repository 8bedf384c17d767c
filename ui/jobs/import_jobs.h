// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/jobs/import_memory.h"
#include "ui/jobs/job_runner.h"

#include <QStringList>

namespace spall::ui {

/// Brings files into the document: recordings, models, labels, the demo.
class ImportJobs : public QObject {
    Q_OBJECT
public:
    /// The demo's files are written to a folder in `dataFolder`.
    ImportJobs(Document& document,
               JobRunner& runner,
               const QString& dataFolder,
               QObject* parent = nullptr);

    /// Opens each by what it is: a model (.spall), labels (.csv with the labels' heading), else a
    /// recording, written as `FILE[::VARIABLE][@HZ]`; several recordings are read at once.
    void open(const QStringList& paths);

    /// Opens a simulated healthy bearing and one that starts to fail, with labels.
    void openDemo();

    /// Looks at another channel of a recording.
    void chooseChannel(int index, int channel);
    /// Takes a recording to be of another rate than was guessed.
    void stateRate(int index, Hertz rate);

    /// Reads the file of a recording again as the user says and puts the result in its place, which
    /// can be undone. `variable` is empty to look at the same signals.
    void readAgain(int index, const QString& variable, const io::ImportChoice& choice);
    /// Files of that recording's kind are read like that from now on.
    void remember(int index, const io::ImportChoice& choice) const;

    /// Gives up what is on its way: it was meant for a session that is no more.
    void leave();

    /// Writes the present model; `done` hears how that went.
    void saveModel(const QString& path, std::function<void(const Status&)> done);

Q_SIGNALS:
    void begun(); ///< something new is asked for: what was said of the last is over
    void opened(const QString& name); ///< whatever it was
    void recordingOpened(int index);  ///< after `opened`, when a file of the user's was a recording
    void failed(const QString& name, const spall::Error& error);

private:
    void openRecordings(const QStringList& paths);
    void openModel(const QString& path);
    void openLabels(const QString& path);
    void tellOpened(const QString& name, std::size_t index);
    void addLabels(const std::vector<io::Label>& labels);

    Document& m_document;
    JobRunner& m_runner;
    std::vector<JobNumber> m_jobs; ///< started so far
    QString m_demoFolder;
    ImportMemory m_memory;
};

} // namespace spall::ui
