// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parse_number.h"

#include "core/base/text.h"

#include <charconv>

namespace spall {
namespace {

template <typename T> std::optional<T> parseWhole(std::string_view text)
{
    text = trimmed(text);
    if (text.size() > 1 && text.front() == '+' && text[1] != '-' && text[1] != '+') {
        text.remove_prefix(1); // from_chars knows no leading plus
    }
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    return parseWhole<double>(text);
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    return parseWhole<std::int64_t>(text);
}

} // namespace spall
