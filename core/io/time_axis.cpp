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

/// The times with the few that are missing put where even steps would have them; nothing where none
/// or too many are missing.
std::optional<std::vector<double>> filledTimes(std::span<const double> times)
{
    const auto isThere = [](double time) {
        return std::isfinite(time);
    };
    constexpr std::size_t kMostMissing = 100; // one in so many
    const auto missing =
        times.size() - static_cast<std::size_t>(std::count_if(times.begin(), times.end(), isThere));
    if (missing == 0 || missing * kMostMissing >= times.size()) {
        return std::nullopt;
    }
    std::vector<double> filled(times.begin(), times.end());
    const auto first = std::find_if(times.begin(), times.end(), isThere);
    const auto last = std::find_if(times.rbegin(), times.rend(), isThere);
    const auto from = static_cast<std::size_t>(first - times.begin());
    const auto to = static_cast<std::size_t>(times.rend() - last) - 1;
    const double usual = (*last - *first) / static_cast<double>(to - from);
    for (std::size_t i = from; i > 0; --i) {
        filled[i - 1] = filled[i] - usual;
    }
    for (std::size_t i = from + 1, known = from; i < filled.size(); ++i) {
        if (!isThere(times[i])) {
            filled[i] = filled[i - 1] + usual; // stays so behind the last time
            continue;
        }
        const double step = (times[i] - times[known]) / static_cast<double>(i - known);
        for (std::size_t hole = known + 1; hole < i; ++hole) {
            filled[hole] = filled[hole - 1] + step;
        }
        known = i;
    }
    return filled;
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

/// Whether times with steps of one and of two units are those of a clock that was rounded: the long
/// steps are many and come so regularly that no time is far from where even steps would have it.
/// Samples that are missing come by chance, and each moves all times behind it.
bool areRounded(std::span<const double> seconds, const StepRange& range, double mean)
{
    const double middle = 0.5 * (range.least + range.most);
    const double farthest = 2.0 * (range.most - range.least);
    SampleCount longSteps = 0;
    for (std::size_t i = 1; i < seconds.size(); ++i) {
        longSteps += seconds[i] - seconds[i - 1] > middle ? 1 : 0;
        const double even = seconds.front() + static_cast<double>(i) * mean;
        if (std::abs(seconds[i] - even) > farthest) {
            return false;
        }
    }
    constexpr SampleCount kFewest = 16;
    return longSteps >= kFewest;
}

/// Steps of a clock that has holes or starts anew.
struct BrokenSteps {
    SampleCount count = 0;
    SampleCount holes = 0;     ///< steps above 1.5 times the median
    SampleCount turns = 0;     ///< steps back
    std::size_t firstHole = 0; ///< row behind it, from 1
    std::size_t firstTurn = 0; ///< row behind it, from 1
    double usual = 0.0;        ///< mean of the other steps
    double rounding = 0.0;     ///< how far those lie from it at most
    [[nodiscard]] SampleCount usualCount() const { return count - holes - turns; }
};

BrokenSteps brokenStepsOf(std::span<const double> values, double median)
{
    BrokenSteps steps;
    double sum = 0.0;
    double least = median;
    double most = median;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double step = values[i] - values[i - 1];
        ++steps.count;
        if (step > 1.5 * median) {
            steps.firstHole = steps.holes++ == 0 ? i + 1 : steps.firstHole;
        } else if (step < 0.0) {
            steps.firstTurn = steps.turns++ == 0 ? i + 1 : steps.firstTurn;
        } else {
            sum += step;
            least = std::min(least, step);
            most = std::max(most, step);
        }
    }
    steps.usual = sum / static_cast<double>(std::max<SampleCount>(steps.usualCount(), 1));
    steps.rounding = std::max(most - steps.usual, steps.usual - least);
    return steps;
}

/// The rate of the steps between the breaks, rounded as far as they can tell.
Hertz rateBetween(const BrokenSteps& steps, double median)
{
    constexpr SampleCount kMostBreaks = 20; // one step in so many
    const auto breaks = steps.holes + steps.turns;
    if (breaks * kMostBreaks > steps.count || steps.rounding > 0.5 * steps.usual) {
        return Hertz{1.0 / median};
    }
    const double passed = steps.usual * static_cast<double>(steps.usualCount());
    const double unsure = 2.0 * static_cast<double>(breaks + 1) * steps.rounding;
    return roundestRate(1.0 / steps.usual, std::min(unsure / passed + 1e-6, 0.01));
}

std::string
warningOf(const BrokenSteps& steps, const StepRange& range, double median, const std::string& name)
{
    if (steps.turns > 0) {
        return fmt::format("The times in {} go back {} times, first at row {}: several recordings "
                           "one after the other?",
                           name,
                           steps.turns,
                           steps.firstTurn);
    }
    if (steps.holes > 0) {
        return fmt::format("The times in {} are not even: {} of {} steps are longer than "
                           "1.5 times the usual {:.6g} s, the first leads to row {}.",
                           name,
                           steps.holes,
                           steps.count,
                           median,
                           steps.firstHole);
    }
    return fmt::format("The times in {} are not even: their steps go from {:.3g} to {:.3g} s.",
                       name,
                       range.least,
                       range.most);
}

/// The rate of a clock that ticks more slowly than the rows come, so that most times repeat the one
/// before: as good as its ticks are even and many.
std::optional<TimeAxis>
coarseAxisOf(std::span<const double> seconds, const StepRange& range, const std::string& name)
{
    const double span = seconds.back() - seconds.front();
    if (!(range.least >= 0.0) || !(span > 0.0)) {
        return std::nullopt;
    }
    double tick = range.most;
    for (std::size_t i = 1; i < seconds.size(); ++i) {
        const double step = seconds[i] - seconds[i - 1];
        tick = step > 0.0 ? std::min(tick, step) : tick;
    }
    const double mean = span / static_cast<double>(range.count);
    const double unsure = 2.0 * range.most / span;
    constexpr double kMostUnsure = 0.01;
    const bool isSure = range.most <= 1.5 * tick && unsure <= kMostUnsure;
    TimeAxis axis;
    axis.rate = {isSure ? roundestRate(1.0 / mean, unsure) : Hertz{1.0 / mean},
                 signal::Source::TimeColumn,
                 fmt::format("{} rises by {:.6g} s a row", name, mean)};
    if (!isSure) {
        axis.warning =
            fmt::format("The times in {} are not even: their steps go from {:.3g} to {:.3g} s.",
                        name,
                        range.least,
                        range.most);
    }
    return axis;
}

/// The rate of times that do not rise evenly, nothing when most of them are no clock.
std::optional<TimeAxis>
brokenAxisOf(std::span<const double> seconds, const StepRange& range, const std::string& name)
{
    const double median = medianStep(seconds);
    if (median <= 0.0) {
        return coarseAxisOf(seconds, range, name);
    }
    const BrokenSteps steps = brokenStepsOf(seconds, median);
    constexpr SampleCount kMostTurns = 100; // one step in so many
    if (steps.turns * kMostTurns > steps.count) {
        return std::nullopt;
    }
    TimeAxis axis;
    axis.rate = {rateBetween(steps, median),
                 signal::Source::TimeColumn,
                 fmt::format("{} rises by {:.6g} s a row", name, median)};
    axis.warning = warningOf(steps, range, median, name);
    return axis;
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
    if (const auto filled = filledTimes(seconds)) {
        return timeAxisOf(*filled, name);
    }
    const StepRange steps = stepRangeOf(seconds);
    const double span = seconds.empty() ? 0.0 : seconds.back() - seconds.front();
    if (steps.count < 2) {
        return std::nullopt;
    }
    // Rounded times make single steps unsure, the mean over all of them far less so.
    const double mean = span / static_cast<double>(steps.count);
    const double rounding = std::max(steps.most - mean, mean - steps.least);
    const bool isEvenlyRounded = rounding <= 0.5 * mean;
    const auto isCoarselyRounded = [&] {
        return steps.most - steps.least <= 2.0 * std::max(mean, medianStep(seconds)) &&
               (steps.least < 0.5 * mean || areRounded(seconds, steps, mean));
    };
    const bool isEven =
        steps.least >= 0.0 && span > 0.0 && (isEvenlyRounded || isCoarselyRounded());
    if (!isEven) {
        return brokenAxisOf(seconds, steps, name);
    }
    const double tolerance = std::min(2.0 * rounding / span + 1e-6, 0.01);
    return TimeAxis{{roundestRate(1.0 / mean, tolerance),
                     signal::Source::TimeColumn,
                     fmt::format("{} rises by {:.6g} s a row", name, mean)},
                    {}};
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
