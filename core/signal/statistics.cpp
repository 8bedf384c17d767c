// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spall::signal {
namespace {

/// Sums of powers of the distance from a point near the mean, per sample.
struct PowerMeans {
    double first = 0.0;
    double second = 0.0;
    double third = 0.0;
    double fourth = 0.0;
};

PowerMeans powerMeans(std::span<const double> samples, double about)
{
    PowerMeans sums;
    for (const double value : samples) {
        const double distance = value - about;
        const double square = distance * distance;
        sums.first += distance;
        sums.second += square;
        sums.third += square * distance;
        sums.fourth += square * square;
    }
    const auto count = static_cast<double>(samples.size());
    return {sums.first / count, sums.second / count, sums.third / count, sums.fourth / count};
}

double meanOf(std::span<const double> samples)
{
    double sum = 0.0;
    for (const double value : samples) {
        sum += value;
    }
    return sum / static_cast<double>(samples.size());
}

} // namespace

Statistics statistics(std::span<const double> samples)
{
    Statistics result;
    if (samples.empty()) {
        return result;
    }
    double energy = 0.0;
    for (const double value : samples) {
        energy += value * value;
        result.peak = std::max(result.peak, std::abs(value));
    }
    result.rms = std::sqrt(energy / static_cast<double>(samples.size()));
    result.crest = result.rms > 0.0 ? result.peak / result.rms : 0.0;

    // The first mean carries the rounding of a long sum; the moments are moved by what is left.
    const double near = meanOf(samples);
    const auto [shift, second, third, fourth] = powerMeans(samples, near);
    result.mean = near + shift;
    const double variance = second - shift * shift;
    // What is left of a constant after rounding has no shape.
    const double rounding = std::numeric_limits<double>::epsilon() * result.mean;
    if (variance > rounding * rounding) {
        const double fourthMoment = fourth - 4.0 * shift * third + 6.0 * shift * shift * second -
                                    3.0 * shift * shift * shift * shift;
        result.deviation = std::sqrt(variance);
        result.kurtosis = fourthMoment / (variance * variance);
    }
    return result;
}

} // namespace spall::signal
