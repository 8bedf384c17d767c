// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spall::signal {
namespace {

/// Mean with one correction pass, so that a large offset costs no digits.
double accurateMean(std::span<const double> samples)
{
    const auto count = static_cast<double>(samples.size());
    double sum = 0.0;
    for (const double value : samples) {
        sum += value;
    }
    const double mean = sum / count;
    double rest = 0.0;
    for (const double value : samples) {
        rest += value - mean;
    }
    return mean + rest / count;
}

} // namespace

Statistics statistics(std::span<const double> samples)
{
    Statistics result;
    if (samples.empty()) {
        return result;
    }
    const auto count = static_cast<double>(samples.size());
    result.mean = accurateMean(samples);
    double energy = 0.0;
    double second = 0.0;
    double third = 0.0;
    double fourth = 0.0;
    for (const double value : samples) {
        const double centred = value - result.mean;
        const double square = centred * centred;
        energy += value * value;
        second += square;
        third += square * centred;
        fourth += square * square;
        result.peak = std::max(result.peak, std::abs(value));
    }
    const double variance = second / count;
    result.rms = std::sqrt(energy / count);
    result.crest = result.rms > 0.0 ? result.peak / result.rms : 0.0;
    // What is left of a constant after rounding has no shape.
    const double rounding = std::numeric_limits<double>::epsilon() * std::abs(result.mean);
    if (variance > rounding * rounding) {
        result.deviation = std::sqrt(variance);
        result.kurtosis = fourth / count / (variance * variance);
        result.skewness = third / count / (variance * result.deviation);
    }
    return result;
}

} // namespace spall::signal
