// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/time_axis.h"

#include "core/base/parse_number.h"
#include "core/io/usual_rates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace spall::io {
namespace {

/// The shortest and the longest step; `count` is 0 where a value is not finite.
struct StepRange {
    SampleCount count = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = 0.0;
};

StepRange stepRangeOf(std::span<const double> values)
{
    StepRange range;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double step = values[i] - values[i - 1];
        if (!std::isfinite(step)) {
            return {};
        }
        range.least = std::min(range.least, step);
        range.most = std::max(range.most, step);
        ++range.count;
    }
    return range;
}

double medianStep(std::span<const double> values)
{
    std::vector<double> steps;
    steps.reserve(values.size());
    for (std::size_t i = 1; i < values.size(); ++i) {
        steps.push_back(values[i] - values[i - 1]);
    }
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

} // namespace

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

std::optional<Hertz> rateOfWrittenStep(std::string_view step)
{
    std::string text{step};
    std::replace(text.begin(), text.end(), ',', '.');
    const auto value = parseNumber(text);
    if (!value || !(*value > 0.0)) {
        return std::nullopt;
    }
    // The last digit that is written may be rounded or cut off.
    const auto mantissaEnd = std::min(text.find_first_of("eEdD"), text.size());
    const auto point = text.find('.');
    const auto decimals = point < mantissaEnd ? mantissaEnd - point - 1 : 0;
    const auto exponent =
        mantissaEnd < text.size() ? parseInteger(text.substr(mantissaEnd + 1)).value_or(0) : 0;
    const double digit =
        std::pow(10.0, static_cast<double>(exponent) - static_cast<double>(decimals));
    constexpr double kFinest = 1e-9;
    constexpr double kCoarsest = 0.01;
    return roundestRate(1.0 / *value, std::clamp(digit / *value, kFinest, kCoarsest));
}

std::optional<TimeAxis> timeAxisOf(std::span<const double> seconds, const std::string& name)
{
    const StepRange steps = stepRangeOf(seconds);
    const double span = seconds.empty() ? 0.0 : seconds.back() - seconds.front();
    if (steps.count < 2 || !(steps.least >= 0.0) || !(span > 0.0)) {
        return std::nullopt;
    }
    // Rounded times make single steps unsure, the mean over all of them far less so.
    const double mean = span / static_cast<double>(steps.count);
    const double rounding = std::max(steps.most - mean, mean - steps.least);
    const bool isEvenlyRounded = rounding <= 0.5 * mean;
    const double median = isEvenlyRounded ? mean : medianStep(seconds);
    const bool isEven = isEvenlyRounded || steps.most - steps.least <= 2.0 * std::max(mean, median);
    const double step = isEven || median <= 0.0 ? mean : median;
    const double measured = 1.0 / step;
    const double tolerance = std::min(2.0 * rounding / span + 1e-6, 0.01);
    TimeAxis axis;
    axis.rate = {isEven ? roundestRate(measured, tolerance) : Hertz{measured},
                 signal::Source::TimeColumn,
                 fmt::format("{} rises by {:.6g} s a row", name, step)};
    if (!isEven) {
        SampleCount gaps = 0;
        for (std::size_t i = 1; i < seconds.size(); ++i) {
            gaps += seconds[i] - seconds[i - 1] > 1.5 * step ? 1 : 0;
        }
        axis.warning = fmt::format("The times in {} are not even: {} of {} steps are longer than "
                                   "1.5 times the usual {:.6g} s.",
                                   name,
                                   gaps,
                                   steps.count,
                                   step);
    }
    return axis;
}

bool risesEvenly(std::span<const double> values)
{
    if (values.size() < 16) {
        return false;
    }
    const double mean = (values.back() - values.front()) / static_cast<double>(values.size() - 1);
    if (!(mean > 0.0)) {
        return false;
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double step = values[i] - values[i - 1];
        if (!(step > 0.0) || !(std::abs(step - mean) <= 0.5 * mean)) {
            return false;
        }
    }
    return true;
}

} // namespace spall::io
