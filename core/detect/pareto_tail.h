// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace spall::detect {

/// Generalised Pareto distribution of excesses over a threshold: P(Y > y) = (1 +
/// shape·y/scale)^(-1/shape), exp(-y/scale) for shape 0 (Coles 2001, eq. 4.2).
struct ParetoTail {
    double shape = 0.0;
    double scale = 1.0;

    /// Excess that is exceeded with probability `share` in (0, 1].
    [[nodiscard]] double excessAt(double share) const;
};

/// Fit by probability-weighted moments (Hosking and Wallis 1987, plotting positions (i - 0.35)/n),
/// which stays steady with few excesses. `excesses` >= 0, ascending, not empty.
[[nodiscard]] ParetoTail fitParetoTail(std::span<const double> excesses);

/// The same, with a shape below 0 (a finite upper end) replaced by the exponential tail of equal
/// mean, and a shape above 1/2 (infinite variance) by 1/2 with that mean: what few excesses can
/// bear.
[[nodiscard]] ParetoTail fitCautiousTail(std::span<const double> excesses);

} // namespace spall::detect
