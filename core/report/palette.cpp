// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/palette.h"

#include <array>
#include <utility>

namespace spall::report {

std::string_view colourOf(std::string_view role)
{
    using Entry = std::pair<std::string_view, std::string_view>;
    static constexpr std::array kColours{
        Entry{"signal", "#6B7482"},
        Entry{"reconstruction", "#0072B2"},
        Entry{"healthy", "#009E73"},
        Entry{"alarm", "#D55E00"},
        Entry{"threshold", "#9B4F96"},
        Entry{"muted", "#B4BBC6"},
    };
    for (const auto& [name, colour] : kColours) {
        if (name == role) {
            return colour;
        }
    }
    return "#1B2330";
}

} // namespace spall::report
