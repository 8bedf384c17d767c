// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/held_back.h"
#include "core/train/training_step.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace spall::train {

/// One training from its first step, or its checkpoint, to its best epoch. Lives on one thread.
class Trainer {
public:
    Trainer(const TrainData& data, const TrainOptions& options, StepSettings settings);

    /// Runs to the end; see Engine::train.
    [[nodiscard]] Result<Trained> run(const StepSink& sink, const std::stop_token& stop);

private:
    void resume();
    void endEpoch(std::int64_t stepsInEpoch);
    [[nodiscard]] double lowestCycle() const;

    /// Why this run ends before the training does, if it does.
    [[nodiscard]] std::optional<std::string> interruption(const std::stop_token& stop) const;
    [[nodiscard]] Result<Trained> leaveEarly(const std::string& reason);
    /// Why the training is over by itself, if it is.
    [[nodiscard]] std::optional<std::string> finished() const;
    /// Goes back to the last good state when the newest losses show trouble; tells so.
    [[nodiscard]] std::string recover();

    void report(const StepSink& sink, const std::string& note) const;
    /// The snapshot of the epoch that has just ended, if there is one.
    [[nodiscard]] std::shared_ptr<const WatchedEpoch> newSnapshot() const;
    [[nodiscard]] Status writeCheckpoint();
    [[nodiscard]] Trained conclude(std::string reason);

    [[nodiscard]] double secondsOfThisRun() const;
    [[nodiscard]] bool isOutOfTime() const;
    [[nodiscard]] std::int64_t stepInEpoch() const
    {
        return m_state.step % m_settings.plan.stepsPerEpoch;
    }
    [[nodiscard]] int epochsDone() const { return static_cast<int>(m_state.history.epochs.size()); }

    const TrainData& m_data;
    const TrainOptions& m_options;
    StepSettings m_settings;
    HeldBack m_heldBack;
    nlohmann::json m_identity;
    TrainState m_state;
    Archive m_lastGood;
    std::int64_t m_stepsOfThisRun = 0;
    std::chrono::steady_clock::time_point m_started;
    std::chrono::steady_clock::time_point m_saved;
    double m_checkpointInterval = 1.0; ///< in seconds
};

} // namespace spall::train
