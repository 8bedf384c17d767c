// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks.h"

#include "core/base/parse_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace spall::app {
namespace {

/// A check of a number that says in its own words what was wanted.
template <typename IsRight> CLI::Validator numberThat(std::string wanted, IsRight isRight)
{
    const auto check = [wanted, isRight](const std::string& text) {
        const auto value = parseNumber(text);
        return value && std::isfinite(*value) && isRight(*value)
                   ? std::string()
                   : fmt::format("'{}' is not {}", text, wanted);
    };
    return {check, ""};
}

} // namespace

CLI::Validator aboveZero()
{
    return numberThat("a number above 0", [](double value) { return value > 0.0; });
}

CLI::Validator zeroOrMore()
{
    return numberThat("a number of at least 0", [](double value) { return value >= 0.0; });
}

CLI::Validator properShare()
{
    return numberThat("a number above 0 and below 1",
                      [](double value) { return value > 0.0 && value < 1.0; });
}

CLI::Validator share()
{
    return numberThat("a number from 0 to 1",
                      [](double value) { return value >= 0.0 && value <= 1.0; });
}

CLI::Validator wholeNumber(std::int64_t least, std::int64_t most)
{
    const auto check = [least, most](const std::string& text) {
        const auto value = parseInteger(text);
        return value && *value >= least && *value <= most
                   ? std::string()
                   : fmt::format("'{}' is not a whole number from {} to {}", text, least, most);
    };
    return {check, ""};
}

CLI::Validator oneOf(std::vector<std::string> words)
{
    const auto check = [words = std::move(words)](const std::string& text) {
        return std::find(words.begin(), words.end(), text) != words.end()
                   ? std::string()
                   : fmt::format("'{}' is none of {}", text, fmt::join(words, ", "));
    };
    return {check, ""};
}

CLI::Validator seedNumber()
{
    const auto check = [](const std::string& text) {
        std::uint64_t value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        return problem == std::errc{} && end == text.data() + text.size()
                   ? std::string()
                   : fmt::format("'{}' is not a whole number from 0 to 2^64 - 1", text);
    };
    return {check, ""};
}

} // namespace spall::app
