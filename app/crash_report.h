// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace spall::app {

/// From now on a crash of this process leaves a report in the user's state folder: version, what
/// happened, where in the program, and the command's name. It holds nothing of a recording, no path
/// and no argument. Platform file.
void installCrashReport(const std::string& command);

/// Folder of the reports (`$XDG_STATE_HOME/spall/crashes`, by default under `~/.local/state`);
/// empty where there is none. Platform file.
[[nodiscard]] std::string crashFolder();

} // namespace spall::app
