// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/curves.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace spall::evaluate {
namespace {

constexpr double kBelowAll = -std::numeric_limits<double>::infinity();

// Windows alarmed at one threshold: everything above it.
struct Step {
    std::int64_t healthy = 0;
    std::int64_t faulty = 0;
    double threshold = 0.0;
};

std::vector<double> descending(std::span<const double> scores)
{
    std::vector<double> sorted(scores.begin(), scores.end());
    std::replace_if(
        sorted.begin(), sorted.end(), [](double score) { return std::isnan(score); }, kBelowAll);
    std::sort(sorted.begin(), sorted.end(), [](double a, double b) { return a > b; });
    return sorted;
}

// From nothing alarmed to everything alarmed, one step for each distinct score.
std::vector<Step> sweep(std::span<const double> healthy, std::span<const double> faulty)
{
    const std::vector<double> calm = descending(healthy);
    const std::vector<double> sick = descending(faulty);
    std::vector<Step> steps;
    std::size_t h = 0;
    std::size_t f = 0;
    double lowest = 0.0;
    while (true) {
        const double next =
            std::max(h < calm.size() ? calm[h] : kBelowAll, f < sick.size() ? sick[f] : kBelowAll);
        const bool isDone = h == calm.size() && f == sick.size();
        steps.push_back({static_cast<std::int64_t>(h),
                         static_cast<std::int64_t>(f),
                         isDone ? std::nextafter(lowest, kBelowAll) : next});
        if (isDone) {
            return steps;
        }
        lowest = next;
        while (h < calm.size() && calm[h] == next) {
            ++h;
        }
        while (f < sick.size() && sick[f] == next) {
            ++f;
        }
    }
}

double share(std::int64_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

double precision(const Step& step)
{
    const std::int64_t alarmed = step.healthy + step.faulty;
    return alarmed == 0 ? 1.0 : static_cast<double>(step.faulty) / static_cast<double>(alarmed);
}

} // namespace

std::vector<CurvePoint> rocCurve(std::span<const double> healthy, std::span<const double> faulty)
{
    std::vector<CurvePoint> curve;
    if (healthy.empty() || faulty.empty()) {
        return curve;
    }
    for (const Step& step : sweep(healthy, faulty)) {
        curve.push_back({share(step.healthy, healthy.size()),
                         share(step.faulty, faulty.size()),
                         step.threshold});
    }
    return curve;
}

std::vector<CurvePoint> precisionRecallCurve(std::span<const double> healthy,
                                             std::span<const double> faulty)
{
    std::vector<CurvePoint> curve;
    if (healthy.empty() || faulty.empty()) {
        return curve;
    }
    for (const Step& step : sweep(healthy, faulty)) {
        curve.push_back({share(step.faulty, faulty.size()), precision(step), step.threshold});
    }
    return curve;
}

double areaUnderRoc(std::span<const double> healthy, std::span<const double> faulty)
{
    if (healthy.empty() || faulty.empty()) {
        return 0.5;
    }
    // Pairs won by the faulty window, ties half; trapezoids over the counts are exact.
    double won = 0.0;
    Step before;
    for (const Step& step : sweep(healthy, faulty)) {
        won += static_cast<double>(step.healthy - before.healthy) * 0.5 *
               static_cast<double>(step.faulty + before.faulty);
        before = step;
    }
    return won / (static_cast<double>(healthy.size()) * static_cast<double>(faulty.size()));
}

double averagePrecision(std::span<const double> healthy, std::span<const double> faulty)
{
    if (healthy.empty() || faulty.empty()) {
        return 0.0;
    }
    double sum = 0.0;
    Step before;
    for (const Step& step : sweep(healthy, faulty)) {
        sum += static_cast<double>(step.faulty - before.faulty) * precision(step);
        before = step;
    }
    return sum / static_cast<double>(faulty.size());
}

} // namespace spall::evaluate
