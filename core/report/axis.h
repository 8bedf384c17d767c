// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <string>
#include <vector>

namespace spall::report {

enum class Scale { Linear, Log };

/// A labelled place on an axis.
struct Tick {
    double at = 0.0;
    std::string label;
};

/// Range, ticks and scale of one direction of a figure.
struct Axis {
    double low = 0.0;
    double high = 1.0;
    Scale scale = Scale::Linear;
    std::vector<Tick> ticks; ///< ascending, all within [low, high]

    /// Where a value lies: 0 at `low`, 1 at `high`, held within a little beyond them.
    [[nodiscard]] double place(double value) const;
};

/// An axis over [low, high] with about `wanted` ticks at 1, 2 or 5 times a power of ten (powers of
/// ten on a log axis). An empty or unknown range becomes one that can be drawn.
[[nodiscard]] Axis makeAxis(double low, double high, Scale scale, int wanted);

/// Both axes of a figure: over all finite values and marks, unless the figure sets the ends.
struct Frame {
    Axis x;
    Axis y;
};
[[nodiscard]] Frame frameOf(const Figure& figure, int xTicks, int yTicks);

} // namespace spall::report
