// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/report/report.h"

#include <limits>
#include <span>
#include <string>

namespace spall::report {

// What several figures are made of.

/// The unit a time axis of this length reads best in.
struct TimeUnit {
    double seconds = 1.0;
    const char* name = "s";
};
[[nodiscard]] TimeUnit timeUnit(double totalSeconds);

[[nodiscard]] Series named(std::string name, std::string colour, Series::Style style);

/// Adds a series that holds anything.
void addIfAny(Figure& figure, Series series);

/// Smallest and largest finite value; low > high when there is none.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value); ///< finite or not
    void add(std::span<const double> values);
    [[nodiscard]] bool isEmpty() const { return high < low; }
};

} // namespace spall::report
