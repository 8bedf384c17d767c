// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/detectability.h"
#include "core/pipeline/explain.h"
#include "ui/document/document.h"
#include "ui/jobs/job_runner.h"

namespace spall::ui {

/// Plants faults into the unseen healthy windows of the open recordings and finds out how small
/// one would be caught. One at a time; it can be stopped.
class DetectabilityJob : public QObject {
    Q_OBJECT
public:
    /// Needs the analysis thread: it runs the networks.
    DetectabilityJob(Document& document, JobRunner& analysis, QObject* parent = nullptr);

    /// What the faults are made of.
    enum class Faults { Synthetic, Recorded };

    /// Starts; `machine` serves synthetic faults only (unset: SKF 6205 at the recording's speed).
    void start(Faults faults, const pipeline::Machine& machine);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_job != 0; }
    /// Of the last grid, for a panel that is made later; forgotten when the model, the recordings,
    /// the machine or how scores are made of channels change.
    [[nodiscard]] const std::vector<pipeline::DetectabilityResult>& results() const
    {
        return m_results;
    }

Q_SIGNALS:
    void stateChanged();
    void forgotten(); ///< the results are of something else than is open now
    void progressed(const spall::Progress& progress);
    void done(const std::vector<spall::pipeline::DetectabilityResult>& results);
    void failed(const spall::Error& error);

private:
    void forget();
    void forgetOtherScores();

    Document& m_document;
    JobRunner& m_analysis;
    JobNumber m_job = 0;
    detect::DecisionOptions m_decision; ///< that the results are of
    std::vector<pipeline::DetectabilityResult> m_results;
};

/// Level at which a method still finds nine of ten planted faults, between the levels by straight
/// lines; unset when it does not even at the highest level.
[[nodiscard]] std::optional<Decibel> smallestCaught(const pipeline::DetectabilityResult& method,
                                                    double recall = 0.9);

/// True when that is the lowest level that was tried: the smallest fault caught may be smaller.
[[nodiscard]] bool isLowestTried(const pipeline::DetectabilityResult& method, Decibel level);

} // namespace spall::ui
