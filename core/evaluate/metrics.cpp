// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/metrics.h"

#include <algorithm>
#include <cmath>

namespace spall::evaluate {
namespace {

constexpr double kNormal95 = 1.959963984540054; // 97.5 % quantile of the standard normal

double harmonicMean(double a, double b)
{
    return a + b > 0.0 ? 2.0 * a * b / (a + b) : 0.0;
}

} // namespace

Rate wilson(std::int64_t hits, std::int64_t trials, double overlap)
{
    if (trials <= 0) {
        return {};
    }
    const double n = static_cast<double>(trials) / std::max(1.0, overlap);
    const double share = static_cast<double>(hits) / static_cast<double>(trials);
    const double square = kNormal95 * kNormal95;
    const double centre = (share + square / (2.0 * n)) / (1.0 + square / n);
    const double half = kNormal95 / (1.0 + square / n) *
                        std::sqrt(share * (1.0 - share) / n + square / (4.0 * n * n));
    // At 0 and 1 one end is exact; rounding must not push it past the share itself.
    const double low = hits == 0 ? 0.0 : std::max(0.0, centre - half);
    const double high = hits == trials ? 1.0 : std::min(1.0, centre + half);
    return {share, low, high, hits, trials};
}

HourlyRate hourlyRate(std::int64_t events, Seconds duration)
{
    constexpr double kHour = 3600.0;
    const double hours = duration.value / kHour;
    const auto end = [](double count, double sign) {
        const double root = 1.0 - 1.0 / (9.0 * count) + sign * kNormal95 / (3.0 * std::sqrt(count));
        return count * root * root * root;
    };
    const auto count = static_cast<double>(events);
    const double low = events > 0 ? std::max(0.0, end(count, -1.0)) : 0.0;
    return {count / hours, low / hours, end(count + 1.0, 1.0) / hours, events, duration};
}

Metrics metrics(const Confusion& confusion, double overlap)
{
    const std::int64_t found = confusion.truePositive;
    const std::int64_t faulty = found + confusion.falseNegative;
    const std::int64_t healthy = confusion.falsePositive + confusion.trueNegative;
    const std::int64_t alarmed = found + confusion.falsePositive;

    Metrics result;
    result.confusion = confusion;
    if (faulty > 0) {
        result.recall = wilson(found, faulty, overlap);
    }
    if (healthy > 0) {
        result.falseAlarmRate = wilson(confusion.falsePositive, healthy, overlap);
    }
    if (faulty > 0 && healthy > 0) {
        const Rate precision = wilson(found, alarmed, overlap); // 0..1 while nothing is alarmed
        if (alarmed > 0) {
            result.precision = precision;
        }
        result.f1 = Rate{static_cast<double>(2 * found) / static_cast<double>(alarmed + faulty),
                         harmonicMean(result.recall->low, precision.low),
                         harmonicMean(result.recall->high, precision.high),
                         2 * found,
                         alarmed + faulty};
    }
    return result;
}

} // namespace spall::evaluate
