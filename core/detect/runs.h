// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace spall::detect {

/// Runs of set flags (0 or 1), where two belong together when at most `reach` >= 1 places lie from
/// one set flag to the next. Sixty-four flags at a time: a million take about 0.2 ms however they
/// lie, so that events can be counted while a threshold is dragged.
[[nodiscard]] std::int64_t countRuns(std::span<const char> flags, std::size_t reach);

} // namespace spall::detect
