// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace spall::nn {

/// Names of the presets that come with the program, the default first.
[[nodiscard]] std::vector<std::string> presetNames();

/// One sentence about a preset, for lists and tooltips; empty for an unknown name.
[[nodiscard]] std::string presetSummary(std::string_view name);

// The Preset struct itself follows; filled in by the room.

} // namespace spall::nn
