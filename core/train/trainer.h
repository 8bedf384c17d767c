// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/torch_scope.h"
#include "core/train/critic_step.h"
#include "core/train/train_plan.h"
#include "core/train/train_state.h"

#include <chrono>
#include <optional>
#include <string>

namespace spall::train {

/// One training from its first step, or its checkpoint, to its best epoch. Lives on one thread.
class Trainer {
public:
    Trainer(const TrainData& data,
            const TrainOptions& options,
            const nn::Preset& preset,
            const TrainPlan& plan,
            const nn::TorchSettings& settings);

    /// Runs to the end; see Engine::train.
    [[nodiscard]] Result<Trained> run(const StepSink& sink, const std::stop_token& stop);

private:
    void resume();
    void oneStep();
    [[nodiscard]] CriticBatch drawCriticBatch();
    [[nodiscard]] torch::Tensor drawWindows(std::int64_t count);
    [[nodiscard]] torch::Tensor drawNormal(std::int64_t count, std::int64_t width);
    [[nodiscard]] torch::Tensor drawUniform(std::int64_t count);
    [[nodiscard]] double factor() const; ///< on the learning rates, now

    void endEpoch(std::int64_t stepsInEpoch);
    [[nodiscard]] double heldBackError();
    [[nodiscard]] Snapshot snapshot(int epoch);
    [[nodiscard]] double lowestCycle() const;

    /// Why the training is over by itself, if it is.
    [[nodiscard]] std::optional<std::string> finished() const;
    /// Goes back to the last good state when the newest losses show trouble; tells so.
    [[nodiscard]] std::string recover();

    void report(const StepSink& sink, const std::string& note) const;
    [[nodiscard]] Status writeCheckpoint();
    [[nodiscard]] Trained conclude(std::string reason);

    [[nodiscard]] double secondsOfThisRun() const;
    [[nodiscard]] std::int64_t stepInEpoch() const { return m_state.step % m_plan.stepsPerEpoch; }
    [[nodiscard]] int epochsDone() const { return static_cast<int>(m_state.history.epochs.size()); }

    const TrainData& m_data;
    const TrainOptions& m_options;
    const nn::Preset& m_preset;
    TrainPlan m_plan;
    nn::TorchSettings m_settings;
    nlohmann::json m_identity;
    TrainState m_state;
    torch::Tensor m_heldBack; ///< [n, 1, L], or undefined
    torch::Tensor m_watched;  ///< [1, 1, L]
    Archive m_lastGood;
    std::int64_t m_stepsOfThisRun = 0;
    std::chrono::steady_clock::time_point m_started;
    std::chrono::steady_clock::time_point m_saved;
};

} // namespace spall::train
