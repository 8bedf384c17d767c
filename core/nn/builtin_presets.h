// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/preset.h"

namespace spall::nn {

/// The presets that come with the program, the default first.
[[nodiscard]] const std::vector<Preset>& builtinPresets();

} // namespace spall::nn
