// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/student_t.h"

#include <cmath>
#include <limits>

namespace spall::detect {
namespace {

// Continued fraction of the incomplete beta function (26.5.8), evaluated from the front with the
// modified Lentz recurrence; converges fast for x < (a + 1)/(a + b + 2).
double betaFraction(double a, double b, double x)
{
    constexpr double kTiny = 1e-300;
    constexpr int kMostTerms = 10000;
    const auto away = [](double value) {
        return std::abs(value) < kTiny ? kTiny : value;
    };
    double numerator = 1.0;
    double denominator = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    double value = denominator;
    for (int m = 1; m < kMostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
        denominator = 1.0 / away(1.0 + even * denominator);
        numerator = away(1.0 + even / numerator);
        value *= denominator * numerator;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
        denominator = 1.0 / away(1.0 + odd * denominator);
        numerator = away(1.0 + odd / numerator);
        const double change = denominator * numerator;
        value *= change;
        if (std::abs(change - 1.0) < std::numeric_limits<double>::epsilon()) {
            break;
        }
    }
    return value;
}

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0.0 || x >= 1.0) {
        return x <= 0.0 ? 0.0 : 1.0;
    }
    const double logFront =
        std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
    if (x < (a + 1.0) / (a + b + 2.0)) {
        return std::exp(logFront) * betaFraction(a, b, x) / a;
    }
    return 1.0 - std::exp(logFront) * betaFraction(b, a, 1.0 - x) / b;
}

// P(T > t) for t >= 0.
double upperTail(double t, double degrees)
{
    return 0.5 * incompleteBeta(0.5 * degrees, 0.5, degrees / (degrees + t * t));
}

} // namespace

double studentQuantile(double probability, double degrees)
{
    if (probability < 0.5) {
        return -studentQuantile(1.0 - probability, degrees);
    }
    const double tail = 1.0 - probability;
    double low = 0.0;
    double high = 1.0;
    while (upperTail(high, degrees) > tail && high < 1e100) {
        low = high;
        high *= 2.0;
    }
    while (high - low > 1e-12 * high) {
        const double middle = 0.5 * (low + high);
        (upperTail(middle, degrees) > tail ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace spall::detect
