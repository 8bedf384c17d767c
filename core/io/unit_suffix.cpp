// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/unit_suffix.h"

#include "core/io/extension.h"
#include "core/io/names.h"

#include <algorithm>
#include <array>

namespace spall::io {
namespace {

struct Unit {
    std::string_view text; ///< in small letters
    bool endsNames;        ///< "x_v" is as likely vertical as volts: such a unit ends no name
};

constexpr std::array kUnits{
    Unit{"s", true},
    Unit{"sec", true},
    Unit{"ms", true},
    Unit{"msec", true},
    Unit{"us", true},
    Unit{"usec", true},
    Unit{"\xC2\xB5s", true}, // micro sign
    Unit{"\xCE\xBCs", true}, // Greek mu
    Unit{"ns", true},
    Unit{"min", true},
    Unit{"hz", true},
    Unit{"khz", true},
    Unit{"rpm", true},
    Unit{"g", true},
    Unit{"mg", true},
    Unit{"g's", false},
    Unit{"m/s2", true},
    Unit{"m/s^2", true},
    Unit{"m/s\xC2\xB2", true},
    Unit{"mm/s", true},
    Unit{"um", false},
    Unit{"v", false},
    Unit{"mv", false},
    Unit{"pa", false},
    Unit{"mm/s2", true},
    Unit{"mm/s\xC2\xB2", true},
    Unit{"in/s", true},
    Unit{"ips", true},
    Unit{"nm", false},
    Unit{"bar", false},
    Unit{"\xC2\xB0"
         "c",
         false},
    Unit{"degc", false},
    Unit{"volt", false},
    Unit{"volts", false},
    Unit{"second", false},
    Unit{"seconds", false},
    Unit{"sequence", false},
};

const Unit* unitOf(std::string_view text)
{
    const std::string small = lowered(text);
    const auto* const found = std::find_if(
        kUnits.begin(), kUnits.end(), [&](const Unit& unit) { return unit.text == small; });
    return found == kUnits.end() ? nullptr : found;
}

} // namespace

bool isUnit(std::string_view text)
{
    return unitOf(text) != nullptr;
}

bool isVibrationUnit(std::string_view text)
{
    constexpr std::array<std::string_view, 15> kVibrationUnits{"g",
                                                               "gs",
                                                               "g's",
                                                               "mg",
                                                               "m/s2",
                                                               "m/s^2",
                                                               "m/s**2",
                                                               "m/s\xC2\xB2",
                                                               "mm/s2",
                                                               "mm/s^2",
                                                               "mm/s\xC2\xB2",
                                                               "m/s",
                                                               "mm/s",
                                                               "in/s",
                                                               "ips"};
    return isOneOf(lowered(text), kVibrationUnits);
}

std::string_view unitSymbol(std::string_view text)
{
    const std::string small = lowered(text);
    if (small == "volt" || small == "volts") {
        return "V";
    }
    return small == "second" || small == "seconds" ? "s" : text;
}

UnitSuffix unitSuffixOf(std::string_view name)
{
    constexpr std::string_view kMarks = "_/, ";
    constexpr std::size_t kLongestEnd =
        256; // no unit is longer, but a name may be nothing but marks
    const std::size_t start = name.size() - std::min(name.size(), kLongestEnd);
    for (auto at = name.find_first_of(kMarks, start); at != std::string_view::npos;
         at = name.find_first_of(kMarks, at + 1)) {
        // From the first mark on, so that a unit which holds one itself is found whole.
        const std::string_view text = name.substr(at + 1);
        const Unit* unit = unitOf(text);
        if (unit != nullptr && unit->endsNames) {
            const auto end = name.find_last_not_of(kMarks, at);
            return {name.substr(0, end == std::string_view::npos ? 0 : end + 1), text};
        }
    }
    return {name, {}};
}

} // namespace spall::io
