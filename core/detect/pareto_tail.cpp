// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/pareto_tail.h"

#include <cmath>
#include <numeric>

namespace spall::detect {
namespace {

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace

double ParetoTail::excessAt(double share) const
{
    constexpr double kExponential = 1e-9; // below this the power form loses its digits
    if (std::abs(shape) < kExponential) {
        return -scale * std::log(share);
    }
    return scale / shape * (std::pow(share, -shape) - 1.0);
}

ParetoTail fitParetoTail(std::span<const double> excesses)
{
    const auto count = static_cast<double>(excesses.size());
    const double average = mean(excesses);
    double weighted = 0.0; // E[Y·(1 - F(Y))]
    for (std::size_t i = 0; i < excesses.size(); ++i) {
        weighted += excesses[i] * (1.0 - (static_cast<double>(i) + 0.65) / count);
    }
    weighted /= count;
    const double spread = average - 2.0 * weighted;
    if (!(spread > 1e-12 * average)) {
        return {0.0, average};
    }
    return {2.0 - average / spread, 2.0 * average * weighted / spread};
}

ParetoTail fitCautiousTail(std::span<const double> excesses)
{
    constexpr double kHeaviest = 0.5;
    const ParetoTail fitted = fitParetoTail(excesses);
    if (fitted.shape < 0.0) {
        return {0.0, mean(excesses)};
    }
    if (fitted.shape > kHeaviest) {
        return {kHeaviest, (1.0 - kHeaviest) * mean(excesses)};
    }
    return fitted;
}

} // namespace spall::detect
