// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/window_batch.h"

namespace spall::score {

WindowBatch gather(const signal::WindowSet& windows, std::int64_t first, std::int64_t count)
{
    WindowBatch batch;
    batch.length = windows.options().length;
    batch.samples.reserve(static_cast<std::size_t>(count * batch.length));
    for (std::int64_t window = first; window < first + count; ++window) {
        const auto samples = windows.samples(window);
        batch.samples.insert(batch.samples.end(), samples.begin(), samples.end());
    }
    return batch;
}

} // namespace spall::score
