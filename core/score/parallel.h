// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <thread>
#include <vector>

namespace spall::score {

/// Threads that scoring may use in this process; 0: as many as there are cores.
void setThreads(int threads);
[[nodiscard]] int threads();

/// Calls `work(first, last)` for disjoint ranges that cover [0, count), on `threads()` threads, and
/// returns when all are done. Each index must be independent of the others, so that
/// results do not depend on the number of threads.
template <typename Work> void inParallel(std::int64_t count, const Work& work)
{
    // Below this share a thread costs more than it brings.
    constexpr std::int64_t kSmallestShare = 8;
    const std::int64_t shares = std::clamp<std::int64_t>(count / kSmallestShare, 1, threads());
    std::vector<std::jthread> others;
    for (std::int64_t share = 1; share < shares; ++share) {
        others.emplace_back([&work,
                             first = count * share / shares,
                             last = count * (share + 1) / shares] { work(first, last); });
    }
    work(std::int64_t{0}, count / shares);
}

} // namespace spall::score
