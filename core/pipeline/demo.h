// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/io/label_csv.h"
#include "core/signal/recording.h"

#include <string>
#include <vector>

namespace spall::pipeline {

/// A simulated recording and the name of the file that it is written to.
struct DemoRecording {
    std::string fileName;
    signal::Recording recording;
};

/// A machine to try the program on, healthy and with a growing fault.
struct Demo {
    DemoRecording healthy;
    DemoRecording failing;
    std::vector<io::Label> labels; ///< of both files, whole
};

/// The same seed gives the same samples.
[[nodiscard]] Demo simulateDemo(Seed seed);

} // namespace spall::pipeline
