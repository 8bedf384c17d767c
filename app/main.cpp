// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"
#include "app/crash_report.h"
#include "core/base/platform.h"
#include "core/base/trial.h"
#include "core/io/hdf5_reader.h"
#include "core/train/environment.h"
#ifdef SPALL_WITH_UI
#include "app/gui.h"
#endif

/// With a sub-command: the command line. Without, or with file names only: the window.
int main(int argc, char** argv)
{
    spall::train::restartPrepared(argv); // before any thread
    spall::keepFreedMemory();
    spall::reportWriteErrors();
    spall::prepareTrials(&spall::io::tryHdf5);
    const bool isCommand = spall::app::isCommandLine(argc, argv);
    spall::app::installCrashReport(isCommand ? argv[1] : "window");
#ifdef SPALL_WITH_UI
    if (!isCommand) {
        return spall::app::runGui(argc, argv);
    }
#endif
    return spall::app::runCommandLine(argc, argv);
}
