// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/jobs/job_runner.h"

#include <QTimer>

#include <map>

namespace spall::ui {

/// Keeps scores and evaluation up to date: whatever lacks a score of the present model gets one,
/// and when nothing is missing any more the methods are compared.
class ScoreJobs : public QObject {
    Q_OBJECT
public:
    /// Scores need the analysis thread; comparing does not and would wait there behind a training.
    ScoreJobs(Document& document,
              JobRunner& analysis,
              JobRunner& comparison,
              QObject* parent = nullptr);

    /// Why a recording has no score; null when there is no reason.
    [[nodiscard]] const Error* problem(const Entry& entry) const;
    [[nodiscard]] bool isScoring() const { return !m_scoring.empty(); }
    [[nodiscard]] bool isComparing() const { return m_comparing != 0; }

Q_SIGNALS:
    void changed(); ///< what is scored, or why something cannot be

private:
    /// A channel of a recording as it is now: another rate is another recording.
    using Key = std::pair<const signal::Recording*, int>;

    void forgetModel();
    void scoreMissing();
    void scoreEntry(const Entry& entry);
    void compare();
    [[nodiscard]] int indexOf(const Key& key) const;

    Document& m_document;
    JobRunner& m_analysis;
    JobRunner& m_comparison;
    std::map<Key, JobNumber> m_scoring;
    std::map<Key, Error> m_problems;
    JobNumber m_comparing = 0;
    QTimer m_later; ///< one comparison after a burst of changes
};

} // namespace spall::ui
