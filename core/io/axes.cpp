// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/axes.h"

#include "core/io/extension.h"
#include "core/io/names.h"
#include "core/io/scalar_meaning.h"
#include "core/io/selection.h"
#include "core/io/time_axis.h"
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
constexpr std::array<std::string_view, 11> kCounterNames{"index",
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

/// Seconds in one unit of time; one for other units.
double secondsInUnit(std::string_view unit)
{
    const std::string low = lowered(unit);
    if (low == "ms" || low == "msec" || low == "milliseconds") {
        return 1e-3;
    }
    if (low == "us" || low == "\xC2\xB5s" || low == "\xCE\xBCs" || low == "microseconds" ||
        low == "usec") {
        return 1e-6;
    }
    if (low == "min" || low == "minutes") {
        return 60.0;
    }
    return low == "ns" ? 1e-9 : 1.0;
}

/// True for the first column of a table whose columns have no names.
bool isNamelessFirst(const FoundVector& vector)
{
    return vector.name == "column 1" || vector.name.ends_with("(:,1)") ||
           vector.name.ends_with("(1,:)");
}

/// Seconds between two values of a clock at most; a counter's step is 1.
constexpr double kLongestStep = 0.5;

enum class Meaning { Signal, Time, Counter, ShaftSpeed };

/// Speeds are told from vibration velocities by their unit, and from signals by their level.
bool isShaftSpeed(const FoundVector& vector, std::string_view plain)
{
    const std::string unit = lowered(vector.unit);
    const bool isNamed = plain.ends_with("rpm") || unit == "rpm" || unit == "r/min" ||
                         unit == "1/min" || plain == "speed" || plain == "shaftspeed" ||
                         plain == "rotationalspeed" || plain == "motorspeed";
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

/// What the name of a vector says it is; Signal when it says nothing.
Meaning namedMeaning(const FoundVector& vector)
{
    const std::string plain = plainName(unitSuffixOf(shownName(vector)).name);
    if (vector.isTime || isOneOf(plain, kTimeNames)) {
        const bool rises =
            vector.samples.size() > 2 && vector.samples.back() > vector.samples.front();
        return vector.isTime || rises ? Meaning::Time : Meaning::Signal;
    }
    if (isShaftSpeed(vector, plain)) {
        return Meaning::ShaftSpeed;
    }
    if (!isOneOf(plain, kCounterNames) || !risesEvenly(vector.samples)) {
        return Meaning::Signal;
    }
    // The index of a table may be its clock.
    return vector.samples[1] - vector.samples[0] < kLongestStep ? Meaning::Time : Meaning::Counter;
}

/// No vibration rises in even steps: what does is a clock, whatever it is called, or a counter
/// where it is the first column of a table without headings.
Meaning shapedMeaning(const FoundVector& vector)
{
    if (!risesEvenly(vector.samples)) {
        return Meaning::Signal;
    }
    if (vector.samples[1] - vector.samples[0] < kLongestStep) {
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
        const std::string_view written =
            vector.unit.empty() ? unitSuffixOf(shownName(vector)).unit : vector.unit;
        const double unit = vector.isTime ? 1.0 : secondsInUnit(written);
        if (unit != 1.0) {
            std::for_each(
                vector.samples.begin(), vector.samples.end(), [unit](double& t) { t *= unit; });
        }
        if (const auto axis = timeAxisOf(vector.samples, called(vector))) {
            m_contents.axes.push_back({vector.samples.size(),
                                       axis->rate,
                                       axis->warning,
                                       Seconds{vector.samples.front()}});
        }
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
