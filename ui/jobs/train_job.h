// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/jobs/job_runner.h"

#include <QElapsedTimer>
#include <QLockFile>

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>

namespace spall::ui {

/// The one training of the window: starts, pauses, goes on, stops.
class TrainJob : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Running,   ///< the networks learn
        Pausing,   ///< asked to pause, the worker has not answered yet
        Paused,    ///< the whole state lies in the checkpoint
        Finishing, ///< the networks have learned enough: what they know is calibrated
        Done,
    };

    /// `folder` holds the checkpoint; each window that is open has its own there.
    TrainJob(Document& document,
             JobRunner& runner,
             const QString& folder,
             QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] const pipeline::TrainSettings& settings() const { return m_settings; }
    [[nodiscard]] int lastEpoch() const { return m_lastEpoch; }
    [[nodiscard]] int epochs() const { return m_epochs; }
    /// Every step since `begun`, for a page that is made while the training runs.
    [[nodiscard]] const std::vector<train::StepReport>& steps() const { return m_steps; }
    /// What it told last of what it does; unset before its first word.
    [[nodiscard]] const std::optional<Progress>& progress() const { return m_progress; }
    /// About how long until there is a model, its calibration included, from the speed so far.
    [[nodiscard]] Seconds left() const;
    /// An earlier program left a training behind; it is paused here as soon as exactly its healthy
    /// recordings are open.
    [[nodiscard]] bool hasInterrupted() const { return m_interrupted.has_value(); }

    /// Learns from the healthy recordings of the document; an unset rate becomes the proposed one.
    void start(pipeline::TrainSettings settings);
    void pause();
    void resume();
    /// True once an epoch is done: before, there is nothing to keep.
    [[nodiscard]] bool canKeep() const;
    /// Ends the training of the networks and calibrates what they have learned.
    void stopAndKeep();
    /// Throws away what was learned since `start`.
    void discard();
    /// Ends at once, for another session comes; offered again beside its own recordings.
    void leave();

Q_SIGNALS:
    void stateChanged();
    /// A new training has begun: what was drawn of an older one goes.
    void begun();
    void stepped(const std::vector<spall::train::StepReport>& steps);
    void progressed(const spall::Progress& progress);
    void failed(const spall::Error& error);

private:
    enum class From { Scratch, Checkpoint };
    /// What has to be known of a training beside its checkpoint to go on from it.
    struct Interrupted {
        pipeline::TrainSettings settings;
        nlohmann::json recordings;
    };
    [[nodiscard]] QString memoPath() const;
    void writeMemo() const;
    [[nodiscard]] std::optional<Interrupted> readMemo() const;
    void forget();
    void offerInterrupted();
    void claimCheckpoint(const QString& folder);
    void note(const Progress& progress);
    void run(From from);
    void finish(Result<pipeline::ModelPtr> model);
    void setState(State state);

    Document& m_document;
    JobRunner& m_runner;
    QString m_checkpoint;
    std::unique_ptr<QLockFile> m_lock; ///< of the checkpoint: no other window takes it
    State m_state = State::Idle;
    JobNumber m_job = 0;
    int m_lastEpoch = 0;
    int m_epochs = 0;
    pipeline::TrainSettings m_settings;
    std::vector<pipeline::Input> m_inputs; ///< what was healthy when it started
    std::vector<train::StepReport> m_steps;
    std::optional<Progress> m_progress;
    std::optional<Interrupted> m_interrupted;
    QElapsedTimer m_calibrating; ///< runs while what was learned is calibrated
};

} // namespace spall::ui
