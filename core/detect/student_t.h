// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall::detect {

/// Value that Student's t with `degrees` > 0 degrees of freedom stays below with probability
/// `probability` in (0, 1). Bisection on the regularised incomplete beta function (Abramowitz and
/// Stegun 26.5.27, 26.5.8); relative error below 1e-9.
[[nodiscard]] double studentQuantile(double probability, double degrees);

} // namespace spall::detect
