// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace spall::nn {

/// While it lives, long layers look at a stop token and leave the rest of their work undone once a
/// stop is requested, so that a pass of seconds ends within milliseconds. What such a pass computed
/// is worthless: whoever opens the scope must look at the token behind the pass and drop it. One
/// at a time in the process.
class StopScope {
public:
    explicit StopScope(const std::stop_token& stop);
    ~StopScope();
    StopScope(const StopScope&) = delete;
    StopScope& operator=(const StopScope&) = delete;
    StopScope(StopScope&&) = delete;
    StopScope& operator=(StopScope&&) = delete;
};

/// True inside a scope whose stop has been requested.
[[nodiscard]] bool isStopping();

} // namespace spall::nn
