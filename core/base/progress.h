// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace spall {

/// The stages of the walk that take their time, in order (README, tour).
enum class Stage { Read, Split, Train, Score, Calibrate, Evaluate, Report };

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
