// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/checkpoint_kind.h"
#include "core/train/train_state.h"

#include <filesystem>

namespace spall::train {

/// What a checkpoint has to agree with before a training may go on from it: preset, seed, window
/// length, scaling and sizes of the learning stretches. Numbers of epochs may differ; under a
/// one-cycle schedule the rates then follow the new number.
[[nodiscard]] nlohmann::json
trainingIdentity(const TrainData& data, const nn::Preset& preset, const TrainOptions& options);

/// The whole state as an archive; `secondsNow` of work lie behind it.
[[nodiscard]] Archive
toArchive(const TrainState& state, const nlohmann::json& identity, double secondsNow);

/// Puts the state of an archive into `state`, whose networks have the same preset.
/// errors: UnknownFormat (it is another training's, or damaged); `state` is then not to be used.
[[nodiscard]] Status
restore(TrainState& state, const Archive& archive, const nlohmann::json& identity);

} // namespace spall::train
