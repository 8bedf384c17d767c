// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace spall::app {

/// True when the first argument names a sub-command or asks for help or the version: then the
/// program runs without a display.
[[nodiscard]] bool isCommandLine(int argc, char** argv);

/// Runs the command line (cli.md) and returns the exit status.
[[nodiscard]] int runCommandLine(int argc, char** argv);

} // namespace spall::app
