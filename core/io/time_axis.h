// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/recording.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace spall::io {

/// What a column of times says.
struct TimeAxis {
    signal::Attributed<Hertz> rate;
    std::string warning; ///< gaps or unsteady steps, empty when there are none
};

/// The rate behind a column of rising times in seconds; rounded times are allowed for, and the rate
/// is rounded to a usual one when it is as close as the times can tell. A few times may be missing.
/// Nothing when the times do not rise or many are not finite.
[[nodiscard]] std::optional<TimeAxis> timeAxisOf(std::span<const double> seconds,
                                                 const std::string& name);

/// The roundest rate that a measured one can be within a relative tolerance: a usual one, else the
/// one with the fewest digits.
[[nodiscard]] Hertz roundestRate(double measured, double tolerance);

/// The rate behind a step in seconds as a file writes it, "0.000977": the roundest that the digits
/// leave open. Nothing when it is no positive number.
[[nodiscard]] std::optional<Hertz> rateOfWrittenStep(std::string_view step);

/// True when the values rise in equal steps, as far as their rounding can tell.
[[nodiscard]] bool risesEvenly(std::span<const double> values);

} // namespace spall::io
