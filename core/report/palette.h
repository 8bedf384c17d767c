// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace spall::report {

/// Print colour of a role ("signal", "reconstruction", "healthy", "alarm", "threshold", "muted") as
/// "#RRGGBB"; an unknown role gets the colour of text.
[[nodiscard]] std::string_view colourOf(std::string_view role);

} // namespace spall::report
