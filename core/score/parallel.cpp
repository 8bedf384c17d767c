// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/parallel.h"

#include <atomic>

namespace spall::score {
namespace {

std::atomic<int> chosen{0};

} // namespace

void setThreads(int threads)
{
    chosen = threads;
}

int threads()
{
    const int wanted = chosen;
    return wanted > 0 ? wanted
                      : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

} // namespace spall::score
