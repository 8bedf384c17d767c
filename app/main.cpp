// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"
#ifdef SPALL_WITH_UI
#include "app/gui.h"
#endif

/// With a sub-command: the command line. Without, or with file names only: the window.
int main(int argc, char** argv)
{
#ifdef SPALL_WITH_UI
    if (!spall::app::isCommandLine(argc, argv)) {
        return spall::app::runGui(argc, argv);
    }
#endif
    return spall::app::runCommandLine(argc, argv);
}
