// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"
#include "core/train/math_setup.h"
#ifdef SPALL_WITH_UI
#include "app/gui.h"
#endif

/// With a sub-command: the command line. Without, or with file names only: the window.
int main(int argc, char** argv)
{
    spall::train::restartForMathLibraries(argv); // before any thread
#ifdef SPALL_WITH_UI
    if (!spall::app::isCommandLine(argc, argv)) {
        return spall::app::runGui(argc, argv);
    }
#endif
    return spall::app::runCommandLine(argc, argv);
}
