// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace spall::app {

/// Wrong usage as an `Error`, so that it is told like every other failure: what is wrong with which
/// option, and for a misspelt one the nearest name.
[[nodiscard]] Error usageError(const CLI::ParseError& error, const CLI::App& app);

/// The same for a first word that is no command.
[[nodiscard]] Error unknownCommand(const std::string& word, const std::vector<std::string>& names);

} // namespace spall::app
