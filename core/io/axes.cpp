// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/axes.h"

#include "core/io/extension.h"
#include "core/io/names.h"
#include "core/io/scalar_meaning.h"
#include "core/io/selection.h"
#include "core/io/time_axis.h"
#include "core/io/time_units.h"
#include "core/io/unit_suffix.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <string_view>

namespace spall::io {
namespace {

constexpr std::array<std::string_view, 18> kTimeNames{"time",
                                                      "t",
                                                      "times",
                                                      "timestamp",
                                                      "datetime",
                                                      "seconds",
                                                      "sec",
                                                      "zeit",
                                                      "temps",
                                                      "tijd",
                                                      "tempo",
                                                      "xvalue",
                                                      "elapsedtime",
                                                      "times1",
                                                      "timesec",
                                                      "timesecs",
                                                      "tiempo",
                                                      "timeaxis"};
/// Also the name of a direction, or of the rounds of a training.
constexpr std::array<std::string_view, 2> kUnsureTimeNames{"xaxis", "epoch"};
constexpr std::array<std::string_view, 12> kCounterNames{"sequence",
                                                         "index",
                                                         "sample",
                                                         "samples",
                                                         "n",
                                                         "no",
                                                         "nr",
                                                         "id",
                                                         "unnamed0",
                                                         "point",
                                                         "samplenumber",
                                                         "axis1"}; // of pandas

/// The unit of a vector, beside it or at the end of its name; a name may also be nothing but one.
std::string unitOf(const FoundVector& vector)
{
    if (!vector.unit.empty()) {
        return vector.unit;
    }
    const std::string& name = shownName(vector);
    const std::string_view suffix = unitSuffixOf(name).unit;
    return std::string{suffix.empty() && secondsInUnit(name) ? name : suffix};
}

bool isTimeName(const FoundVector& vector, std::string_view plain)
{
    // "s" may as well be a signal, and "min" the least value of one.
    constexpr std::size_t kLongEnough = 2;
    const auto unit = secondsInUnit(plain);
    return isOneOf(plain, kTimeNames) || (plain.size() >= kLongEnough && unit && *unit <= 1.0) ||
           unitBySize(vector.samples);
}

/// Whether a vector goes up nearly everywhere: a clock that starts anew still does.
bool mostlyRises(std::span<const double> values)
{
    std::size_t falls = 0;
    std::size_t rises = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        falls += values[i] < values[i - 1] ? 1 : 0;
        rises += values[i] > values[i - 1] ? 1 : 0;
    }
    constexpr std::size_t kMostFalls = 100; // one in so many
    return values.size() > 2 && rises > 0 && falls * kMostFalls <= values.size();
}

/// A name alone makes no clock: it has to go on, where the name fits other things as well evenly or
/// as the seconds since 1970.
bool isClock(const FoundVector& vector, std::string_view plain)
{
    constexpr double kYear2000 = 0.946e9; // in seconds since 1970
    const bool isSure = isTimeName(vector, plain) || secondsInUnit(vector.unit) ||
                        (!vector.samples.empty() && vector.samples.front() > kYear2000);
    return isSure ? mostlyRises(vector.samples) : risesEvenly(vector.samples);
}

/// What was measured in g or mm/s is a signal, whatever it is called and however it rises.
bool isMeasured(const FoundVector& vector)
{
    return !vector.isTime && !vector.isUnitShared && isVibrationUnit(unitOf(vector));
}

/// True for the first column of a table whose columns have no names.
bool isNamelessFirst(const FoundVector& vector)
{
    return vector.name == "column 1" || vector.name.ends_with("(:,1)") ||
           vector.name.ends_with("(1,:)");
}

/// Seconds between two values of a clock at most; a counter's step is 1.
constexpr double kLongestStep = 0.5;

enum class Meaning { Signal, Time, Frequency, Counter, ShaftSpeed };

/// Speeds are told from vibration velocities by their unit, and from signals by their level.
bool isShaftSpeed(const FoundVector& vector, std::string_view plain)
{
    const std::string unit = lowered(unitOf(vector));
    const auto named = speedNamed(plain);
    const bool isNamed =
        unit == "rpm" || unit == "r/min" || unit == "1/min" || (named && named->factor == 1.0);
    if (!isNamed || vector.samples.empty()) {
        return false;
    }
    constexpr double kSlowest = 1.0;
    return std::all_of(vector.samples.begin(),
                       vector.samples.end(),
                       [](double v) { return !(v < -kSlowest) || !std::isfinite(v); }) &&
           std::any_of(
               vector.samples.begin(), vector.samples.end(), [](double v) { return v > kSlowest; });
}

/// The axis of a spectrum.
bool isFrequencies(const FoundVector& vector, std::string_view plain)
{
    constexpr std::array<std::string_view, 6> kNames{
        "frequency", "frequencies", "freq", "freqs", "frequenz", "f"};
    const std::string unit = lowered(unitOf(vector));
    return (isOneOf(plain, kNames) || unit == "hz" || unit == "khz") && risesEvenly(vector.samples);
}

/// What the name of a vector says it is; Signal when it says nothing.
Meaning namedMeaning(const FoundVector& vector)
{
    if (isMeasured(vector)) {
        return Meaning::Signal;
    }
    const std::string plain = plainName(unitSuffixOf(shownName(vector)).name);
    if (vector.isTime || isTimeName(vector, plain) || isOneOf(plain, kUnsureTimeNames)) {
        return vector.isTime || isClock(vector, plain) ? Meaning::Time : Meaning::Signal;
    }
    if (isShaftSpeed(vector, plain)) {
        return Meaning::ShaftSpeed;
    }
    if (isFrequencies(vector, plain)) {
        return Meaning::Frequency;
    }
    const bool isCounter = (isOneOf(plain, kCounterNames) || lowered(vector.unit) == "sequence") &&
                           risesEvenly(vector.samples);
    if (!isCounter) {
        return Meaning::Signal;
    }
    // The index of a table may be its clock.
    return vector.samples[1] - vector.samples[0] < kLongestStep ? Meaning::Time : Meaning::Counter;
}

/// No vibration rises in even steps: what does is a clock, whatever it is called, or a counter
/// where it is the first column of a table without headings.
Meaning shapedMeaning(const FoundVector& vector)
{
    if (isMeasured(vector) || !risesEvenly(vector.samples)) {
        return Meaning::Signal;
    }
    if (vector.samples[1] - vector.samples[0] < kLongestStep || secondsInUnit(unitOf(vector))) {
        return Meaning::Time;
    }
    return isNamelessFirst(vector) ? Meaning::Counter : Meaning::Signal;
}

class AxisTaker {
public:
    explicit AxisTaker(FileContents& contents) : m_contents(contents) {}

    void run()
    {
        // Where everything rises evenly, the ramps are what was recorded.
        const bool hasSignal = std::any_of(
            m_contents.vectors.begin(), m_contents.vectors.end(), [](const FoundVector& vector) {
                return namedMeaning(vector) == Meaning::Signal &&
                       shapedMeaning(vector) == Meaning::Signal;
            });
        std::erase_if(m_contents.vectors, [&](FoundVector& vector) {
            const Meaning named = namedMeaning(vector);
            switch (named == Meaning::Signal && hasSignal ? shapedMeaning(vector) : named) {
            case Meaning::Time:
                return takeTimes(vector);
            case Meaning::Frequency:
                return takeFrequencies(vector);
            case Meaning::Counter:
                return takeCounter(vector);
            case Meaning::ShaftSpeed:
                return takeShaftSpeed(vector);
            case Meaning::Signal:
                break;
            }
            return false;
        });
    }

private:
    static std::string called(const FoundVector& vector)
    {
        const std::string& name = shownName(vector);
        return name.starts_with("column ") ? name : fmt::format("'{}'", name);
    }

    bool takeTimes(FoundVector& vector)
    {
        scaleToSeconds(vector);
        if (const auto axis = timeAxisOf(vector.samples, called(vector))) {
            const auto first = std::find_if(vector.samples.begin(),
                                            vector.samples.end(),
                                            [](double v) { return std::isfinite(v); });
            m_contents.axes.push_back(
                {vector.samples.size(), axis->rate, axis->warning, Seconds{*first}});
        } else if (vector.samples.front() != vector.samples.back()) { // the date of one day
            m_contents.warnings.push_back(fmt::format(
                "The times in {} do not rise from row to row and give no rate.", called(vector)));
        }
        return true;
    }

    void scaleToSeconds(FoundVector& vector)
    {
        if (vector.isTime) {
            return;
        }
        const auto written = secondsInUnit(unitOf(vector));
        const auto sized = written ? std::nullopt : unitBySize(vector.samples);
        if (sized) {
            m_contents.warnings.push_back(
                fmt::format("The times in {} have no unit; by their size they are {}.",
                            called(vector),
                            sized->name));
        }
        // Large times lose fewer digits when only what has passed is turned into seconds.
        const double start = sized ? vector.samples.front() : 0.0;
        const double unit = sized ? sized->seconds : written.value_or(1.0);
        for (double& time : vector.samples) {
            time = (time - start) * unit;
        }
    }

    bool takeFrequencies(const FoundVector& vector)
    {
        m_contents.warnings.push_back(
            fmt::format("The frequencies in {} rise evenly: this looks like a spectrum, not like a "
                        "recording in time.",
                        called(vector)));
        return true;
    }

    bool takeCounter(const FoundVector& vector)
    {
        if (isNamelessFirst(vector)) {
            m_contents.warnings.emplace_back(
                "The first column rises evenly and was taken for a counter, not a signal.");
        }
        return true;
    }

    bool takeShaftSpeed(const FoundVector& vector)
    {
        std::vector<double> values = vector.samples;
        std::erase_if(values, [](double v) { return !std::isfinite(v); });
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        const double sum = std::accumulate(values.begin(), values.end(), 0.0);
        const double mean = *least == *most ? *least : sum / static_cast<double>(values.size());
        if (m_contents.shaftSpeed) {
            return true;
        }
        m_contents.shaftSpeed =
            signal::Attributed<Rpm>{Rpm{mean}, signal::Source::File, called(vector)};
        constexpr double kSteady = 0.02;
        if (*most - *least > kSteady * mean) {
            m_contents.warnings.push_back(fmt::format(
                "The shaft speed in '{}' varies from {:.5g} to {:.5g}; its mean {:.5g} is used.",
                shownName(vector),
                *least,
                *most,
                mean));
        }
        return true;
    }

    FileContents& m_contents;
};

} // namespace

void takeOutAxes(FileContents& contents)
{
    AxisTaker{contents}.run();
}

} // namespace spall::io
