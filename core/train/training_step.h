// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train_plan.h"
#include "core/train/train_state.h"

#include <stop_token>

namespace spall::train {

/// What every step of a training has in common.
struct StepSettings {
    nn::Preset preset;
    TrainPlan plan;
    bool adversarial = true;
    torch::Device device{torch::kCPU};
};

/// Whether a step was done to its end.
enum class Advance { Done, Stopped };

/// Does a step, or what is left of one that was stopped: the critics' turns, if it is theirs, then
/// E and G. A stop request ends it between or inside these parts; the state is then that behind the
/// last whole part, and going on from it gives the same bytes as never having stopped.
[[nodiscard]] Advance
advance(TrainState& state, const StepSettings& settings, const std::stop_token& stop);

} // namespace spall::train
