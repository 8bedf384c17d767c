// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/unit_suffix.h"

#include "core/io/extension.h"

#include <algorithm>
#include <array>

namespace spall::io {

UnitSuffix unitSuffixOf(std::string_view name)
{
    constexpr std::array<std::string_view, 18> kUnits{"s",
                                                      "sec",
                                                      "ms",
                                                      "msec",
                                                      "us",
                                                      "usec",
                                                      "\xC2\xB5s",
                                                      "\xCE\xBCs",
                                                      "ns",
                                                      "min",
                                                      "hz",
                                                      "khz",
                                                      "rpm",
                                                      "g",
                                                      "mg",
                                                      "m/s2",
                                                      "m/s^2",
                                                      "m/s\xC2\xB2"};
    constexpr std::string_view kMarks = "_/, ";
    for (auto at = name.find_first_of(kMarks); at != std::string_view::npos;
         at = name.find_first_of(kMarks, at + 1)) {
        // From the first mark on, so that a unit which holds one itself is found whole.
        const std::string_view unit = name.substr(at + 1);
        if (std::find(kUnits.begin(), kUnits.end(), lowered(unit)) != kUnits.end()) {
            const auto end = name.find_last_not_of(kMarks, at);
            return {name.substr(0, end == std::string_view::npos ? 0 : end + 1), unit};
        }
    }
    return {name, {}};
}

} // namespace spall::io
