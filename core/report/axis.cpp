// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/axis.h"

#include "core/report/figure_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

std::string tickLabel(double value, double step)
{
    const double size = std::abs(value);
    if (size < 0.5 * step * 1e-6) {
        return "0";
    }
    const char* sign = value < 0.0 ? "\u2212" : "";
    if (size >= 1e6 || step < 1e-5) {
        return sign + fmt::format("{:.3g}", size);
    }
    const int digits = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    return sign + fmt::format("{:.{}f}", size, digits);
}

/// 1, 2 or 5 times a power of ten, the smallest that gives at most `wanted` steps.
double niceStep(double span, int wanted)
{
    const double rough = span / std::max(wanted, 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1.0 - 1e-9)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

std::vector<Tick> linearTicks(double low, double high, int wanted)
{
    const double step = niceStep(high - low, wanted);
    std::vector<Tick> ticks;
    const auto first = static_cast<std::int64_t>(std::ceil(low / step - 1e-9));
    for (std::int64_t k = first; static_cast<double>(k) * step <= high + 1e-9 * step; ++k) {
        const double at = static_cast<double>(k) * step;
        ticks.push_back({at, tickLabel(at, step)});
    }
    return ticks;
}

std::vector<Tick> logTicks(double low, double high)
{
    std::vector<Tick> ticks;
    const int first = static_cast<int>(std::ceil(std::log10(low) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(high) + 1e-9));
    for (int power = first; power <= last; ++power) {
        const double at = std::pow(10.0, power);
        ticks.push_back({at, fmt::format("{:.4g}", at)});
    }
    return ticks;
}

} // namespace

double Axis::place(double value) const
{
    const double share = scale == Scale::Log
                             ? (std::log10(std::max(value, low * 1e-3)) - std::log10(low)) /
                                   (std::log10(high) - std::log10(low))
                             : (value - low) / (high - low);
    return std::clamp(share, -0.05, 1.05);
}

Axis makeAxis(double low, double high, Scale scale, int wanted)
{
    Axis axis;
    axis.scale = scale;
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = 0.0;
        high = 1.0;
    }
    if (scale == Scale::Log) {
        low = low > 0.0 ? low : 1e-3;
        high = std::max(high, low * 10.0);
    } else if (high - low <= 1e-12 * std::max(std::abs(low), std::abs(high)) || high <= low) {
        const double half = low == 0.0 ? 1.0 : 0.5 * std::abs(low);
        high = low + half;
        low -= half;
    }
    axis.low = low;
    axis.high = high;
    axis.ticks = scale == Scale::Log ? logTicks(low, high) : linearTicks(low, high, wanted);
    return axis;
}

Frame frameOf(const Figure& figure, int xTicks, int yTicks)
{
    Extent x;
    Extent y;
    for (const Series& series : figure.series) {
        const double half = series.style == Series::Style::Bars ? 0.5 * series.barWidth : 0.0;
        for (const double value : series.x) {
            x.add(value - half);
            x.add(value + half);
        }
        std::for_each(series.y.begin(), series.y.end(), [&](double value) { y.add(value); });
        std::for_each(series.high.begin(), series.high.end(), [&](double value) { y.add(value); });
    }
    for (const Mark& mark : figure.marks) {
        (mark.horizontal ? y : x).add(mark.at);
    }
    // A little air above and below, so that no line lies on the frame.
    const double air = y.isEmpty() ? 0.0 : 0.06 * (y.high - y.low);
    const double yLow = figure.yLow.value_or(y.low - air);
    const double yHigh = figure.yHigh.value_or(y.high + air);
    const Scale scale = figure.logX ? Scale::Log : Scale::Linear;
    return {makeAxis(figure.xLow.value_or(x.low), figure.xHigh.value_or(x.high), scale, xTicks),
            makeAxis(yLow, yHigh, Scale::Linear, yTicks)};
}

} // namespace spall::report
