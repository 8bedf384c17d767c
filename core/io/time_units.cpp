// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/time_units.h"

#include "core/io/extension.h"

#include <algorithm>
#include <array>
#include <string>

namespace spall::io {
namespace {

struct TimeUnit {
    std::string_view name;
    double seconds;
};

constexpr std::array<TimeUnit, 29> kTimeUnits{{{"s", 1.0},
                                               {"sec", 1.0},
                                               {"secs", 1.0},
                                               {"second", 1.0},
                                               {"seconds", 1.0},
                                               {"sekunde", 1.0},
                                               {"sekunden", 1.0},
                                               {"ms", 1e-3},
                                               {"msec", 1e-3},
                                               {"millis", 1e-3},
                                               {"millisec", 1e-3},
                                               {"millisecond", 1e-3},
                                               {"milliseconds", 1e-3},
                                               {"us", 1e-6},
                                               {"\xC2\xB5s", 1e-6},
                                               {"\xCE\xBCs", 1e-6},
                                               {"usec", 1e-6},
                                               {"micros", 1e-6},
                                               {"microsec", 1e-6},
                                               {"microsecond", 1e-6},
                                               {"microseconds", 1e-6},
                                               {"ns", 1e-9},
                                               {"nanoseconds", 1e-9},
                                               {"min", 60.0},
                                               {"minute", 60.0},
                                               {"minutes", 60.0},
                                               {"h", 3600.0},
                                               {"hours", 3600.0},
                                               {"days", 86'400.0}}};

struct SizeRange {
    double least;
    double most;
    SizedUnit unit;
};

/// The years 2000 to 2100.
constexpr std::array<SizeRange, 3> kSince1970{
    {{0.946e12, 4.1e12, {1e-3, "milliseconds since 1970"}},
     {0.946e15, 4.1e15, {1e-6, "microseconds since 1970"}},
     {0.946e18, 4.1e18, {1e-9, "nanoseconds since 1970"}}}};
constexpr std::array<SizeRange, 2> kDays{{{36'000.0, 74'000.0, {86'400.0, "days since 1900"}},
                                          {730'000.0, 767'100.0, {86'400.0, "days since year 0"}}}};

template <std::size_t N>
std::optional<SizedUnit>
unitAmong(const std::array<SizeRange, N>& ranges, double first, double last)
{
    const auto found = std::find_if(ranges.begin(), ranges.end(), [=](const SizeRange& range) {
        return std::min(first, last) >= range.least && std::max(first, last) <= range.most;
    });
    return found == ranges.end() ? std::nullopt : std::optional{found->unit};
}

} // namespace

std::optional<double> secondsInUnit(std::string_view unit)
{
    const std::string low = lowered(unit);
    const auto* const found =
        std::find_if(kTimeUnits.begin(), kTimeUnits.end(), [&](const TimeUnit& known) {
            return known.name == low;
        });
    return found == kTimeUnits.end() ? std::nullopt : std::optional{found->seconds};
}

std::optional<SizedUnit> unitBySize(std::span<const double> times)
{
    if (times.size() < 2) {
        return std::nullopt;
    }
    if (const auto unit = unitAmong(kSince1970, times.front(), times.back())) {
        return unit;
    }
    constexpr double kFastest = 1e6; // no logger counts seconds of the day at a megahertz
    const double step = (times.back() - times.front()) / static_cast<double>(times.size() - 1);
    return step > 0.0 && step < 1.0 / kFastest ? unitAmong(kDays, times.front(), times.back())
                                               : std::nullopt;
}

} // namespace spall::io
