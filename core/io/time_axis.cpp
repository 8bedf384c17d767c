// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/time_axis.h"

#include "core/io/usual_rates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace spall::io {
namespace {

std::vector<double> stepsOf(std::span<const double> values)
{
    std::vector<double> steps;
    steps.reserve(values.size());
    for (std::size_t i = 1; i < values.size(); ++i) {
        steps.push_back(values[i] - values[i - 1]);
    }
    return steps;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The roundest rate that a measured one can be: a usual one, else the one with the fewest digits.
Hertz roundestRate(double measured, double tolerance)
{
    if (const auto usual = usualRateNear(Hertz{measured}, tolerance)) {
        return *usual;
    }
    const int decade = static_cast<int>(std::floor(std::log10(measured)));
    for (int digits = 0; digits < 6; ++digits) {
        const double scale = std::pow(10.0, digits - decade);
        const double rounded = std::round(measured * scale) / scale;
        if (std::abs(rounded - measured) <= tolerance * measured) {
            return Hertz{rounded};
        }
    }
    return Hertz{measured};
}

} // namespace

std::optional<TimeAxis> timeAxisOf(std::span<const double> seconds, const std::string& name)
{
    if (seconds.size() < 3 ||
        !std::all_of(seconds.begin(), seconds.end(), [](double t) { return std::isfinite(t); })) {
        return std::nullopt;
    }
    const std::vector<double> steps = stepsOf(seconds);
    const double span = seconds.back() - seconds.front();
    const auto count = static_cast<double>(steps.size());
    const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
    if (*least < 0.0 || span <= 0.0) {
        return std::nullopt;
    }
    // Rounded times make single steps unsure, the mean over all of them far less so.
    const double mean = span / count;
    const double median = medianOf(steps);
    const double rounding = std::max(*most - mean, mean - *least);
    TimeAxis axis;
    const bool isEven = rounding <= 0.5 * mean || *most - *least <= 2.0 * std::max(mean, median);
    const double step = isEven || median <= 0.0 ? mean : median;
    const double measured = 1.0 / step;
    const double tolerance = std::min(2.0 * rounding / span + 1e-6, 0.01);
    axis.rate = {isEven ? roundestRate(measured, tolerance) : Hertz{measured},
                 signal::Source::TimeColumn,
                 fmt::format("{} rises by {:.6g} s a row", name, step)};
    if (!isEven) {
        const auto gaps =
            std::count_if(steps.begin(), steps.end(), [&](double s) { return s > 1.5 * step; });
        axis.warning = fmt::format("The times in {} are not even: {} of {} steps are longer than "
                                   "1.5 times the usual {:.6g} s.",
                                   name,
                                   gaps,
                                   steps.size(),
                                   step);
    }
    return axis;
}

bool risesEvenly(std::span<const double> values)
{
    if (values.size() < 16) {
        return false;
    }
    const std::vector<double> steps = stepsOf(values);
    const double mean = (values.back() - values.front()) / static_cast<double>(steps.size());
    return mean > 0.0 && std::all_of(steps.begin(), steps.end(), [mean](double step) {
               return step > 0.0 && std::abs(step - mean) <= 0.5 * mean;
           });
}

} // namespace spall::io
