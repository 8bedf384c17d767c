// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_parts.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

TimeUnit timeUnit(double totalSeconds)
{
    if (totalSeconds > 3.0 * 3600.0) {
        return {3600.0, "h"};
    }
    if (totalSeconds > 300.0) {
        return {60.0, "min"};
    }
    return totalSeconds < 1.0 ? TimeUnit{1e-3, "ms"} : TimeUnit{};
}

Series named(std::string name, std::string colour, Series::Style style)
{
    Series series;
    series.name = std::move(name);
    series.colour = std::move(colour);
    series.style = style;
    return series;
}

void addIfAny(Figure& figure, Series series)
{
    if (!series.x.empty()) {
        figure.series.push_back(std::move(series));
    }
}

void Extent::add(double value)
{
    if (std::isfinite(value)) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
}

void Extent::add(std::span<const double> values)
{
    for (const double value : values) {
        add(value);
    }
}

} // namespace spall::report
