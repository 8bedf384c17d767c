// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <string>
#include <string_view>

namespace spall::report {

/// Text with &, <, > and quotes made safe for HTML and SVG.
[[nodiscard]] std::string escaped(std::string_view text);

/// A figure as an inline SVG element, 760 units wide, without its title and caption. Colours and
/// layout as in print.
[[nodiscard]] std::string svgOf(const Figure& figure);

} // namespace spall::report
