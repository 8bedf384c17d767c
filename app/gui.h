// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall::app {

/// Opens the window with the files named on the command line and runs it until it is closed.
/// out: exit status; 2 with a sentence on standard error when there is no display.
[[nodiscard]] int runGui(int argc, char** argv);

} // namespace spall::app
