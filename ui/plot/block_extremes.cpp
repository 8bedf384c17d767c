// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/block_extremes.h"

namespace spall::ui {

signal::MinMax BlockExtremes::joined(signal::MinMax a, signal::MinMax b)
{
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

} // namespace spall::ui
