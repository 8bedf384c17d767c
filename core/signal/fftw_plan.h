// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

namespace spall::signal {

/// FFTW's planner and its destructor are not thread-safe, in either precision; whoever makes or
/// frees a plan holds this. Executing needs no lock.
[[nodiscard]] inline std::mutex& fftwPlannerMutex()
{
    static std::mutex mutex;
    return mutex;
}

} // namespace spall::signal
