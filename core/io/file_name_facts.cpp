// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file_name_facts.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/extension.h"

#include <algorithm>
#include <string>

namespace spall::io {
namespace {

bool isLowerLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// A number in a name with the letters around it.
struct NamedNumber {
    std::string_view before;
    double value = 0.0;
    std::string_view unit; ///< letters behind it, a blank or '_' between
};

/// The letters at the end of a text.
std::string_view lastLetters(std::string_view text)
{
    std::size_t start = text.size();
    while (start > 0 && isLowerLetter(text[start - 1])) {
        --start;
    }
    return text.substr(start);
}

std::string_view firstLetters(std::string_view text)
{
    const auto start = std::min(text.find_first_not_of(" _"), text.size());
    std::size_t end = start;
    while (end < text.size() && isLowerLetter(text[end])) {
        ++end;
    }
    return text.substr(start, end - start);
}

/// Calls `take` for the numbers in a lower-case name, until it returns something.
template <typename Take>
auto firstOf(std::string_view name, Take&& take) -> decltype(take(NamedNumber{}))
{
    const auto isPart = [&](std::size_t at) {
        return isDigit(name[at]) || ((name[at] == '.' || name[at] == ',') && at + 1 < name.size() &&
                                     isDigit(name[at + 1]));
    };
    for (std::size_t start = 0; start < name.size(); ++start) {
        if (!isDigit(name[start])) {
            continue;
        }
        std::size_t end = start;
        while (end < name.size() && isPart(end)) {
            ++end;
        }
        std::string digits{name.substr(start, end - start)};
        std::replace(digits.begin(), digits.end(), ',', '.');
        const NamedNumber number{lastLetters(name.substr(0, start)),
                                 parseNumber(digits).value_or(0.0),
                                 firstLetters(name.substr(end))};
        if (const auto taken = take(number)) {
            return taken;
        }
        start = end;
    }
    return std::nullopt;
}

std::optional<Hertz> rateIn(const NamedNumber& number)
{
    const std::string_view unit = number.unit;
    const bool isKilo = unit == "k" || unit == "khz" || unit == "ksps";
    const bool isNamed = number.before == "fs" || number.before == "sr";
    const double rate = number.value * (isKilo ? 1000.0 : 1.0);
    constexpr double kSlowest = 1000.0;
    constexpr double kFastest = 1e6;
    const bool isRate = isKilo || isNamed || unit == "hz" || unit == "sps";
    return isRate && rate >= kSlowest && rate <= kFastest ? std::optional{Hertz{rate}}
                                                          : std::nullopt;
}

std::optional<Rpm> speedIn(const NamedNumber& number)
{
    constexpr double kFastest = 200'000.0;
    return number.unit == "rpm" && number.value >= 1.0 && number.value <= kFastest
               ? std::optional{Rpm{number.value}}
               : std::nullopt;
}

} // namespace

std::optional<Hertz> rateInFileName(std::string_view stem)
{
    return firstOf(lowered(stem), rateIn);
}

std::optional<Rpm> speedInFileName(std::string_view stem)
{
    return firstOf(lowered(stem), speedIn);
}

} // namespace spall::io
