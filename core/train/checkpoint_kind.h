// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall::train {

/// Kind and newest version of the archives that hold an interrupted training.
inline constexpr const char* kCheckpointKind = "checkpoint";
inline constexpr int kCheckpointVersion = 2;

} // namespace spall::train
