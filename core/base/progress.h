// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace spall {

/// The ten stages of the walk, in order (README, tour).
enum class Stage { Read, Condition, Cut, Split, Train, Score, Calibrate, Decide, Evaluate, Report };

/// How far long work has come; `total` is 0 while unknown.
struct Progress {
    Stage stage = Stage::Read;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string note;
};

/// Receives progress on the working thread; may be empty.
using ProgressSink = std::function<void(const Progress&)>;

/// Calls the sink if there is one.
inline void tell(const ProgressSink& sink, const Progress& progress)
{
    if (sink) {
        sink(progress);
    }
}

} // namespace spall
