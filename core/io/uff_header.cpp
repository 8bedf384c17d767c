// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/uff_header.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/extension.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace spall::io {
namespace {

/// The characters of a line in [first, first + count), without blanks around them.
std::string_view part(std::string_view line, std::size_t first, std::size_t count)
{
    return first < line.size() ? trimmed(line.substr(first, count)) : std::string_view{};
}

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> found;
    std::size_t at = 0;
    while ((at = line.find_first_not_of(" \t\r", at)) != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
        found.push_back(line.substr(at, end - at));
        at = end;
    }
    return found;
}

bool isNamed(std::string_view text)
{
    const std::string low = lowered(text);
    return !low.empty() && low != "none" && low != "null" && low != "no";
}

/// The response's name, node and direction, else the first line of text.
std::string nameOf(const std::vector<std::string>& lines)
{
    const std::string_view record = lines[5];
    const std::string_view entity = part(record, 31, 10);
    const auto node = parseInteger(part(record, 41, 10)).value_or(0);
    const auto direction = parseInteger(part(record, 51, 4)).value_or(0);
    constexpr std::array<std::string_view, 4> kAxes{"", "X", "Y", "Z"};
    const auto axis = direction < 0 ? -direction : direction;
    const std::string place =
        node == 0 || axis > 3
            ? std::string{}
            : fmt::format("{}{}{}",
                          node,
                          direction < 0 ? "-" : "+",
                          axis <= 3 ? kAxes.at(static_cast<std::size_t>(axis)) : "");
    if (isNamed(entity)) {
        return place.empty() || direction == 0 ? std::string{entity}
                                               : fmt::format("{} {}", entity, place);
    }
    if (!place.empty()) {
        return "point " + place;
    }
    return isNamed(trimmed(lines[0])) ? std::string{trimmed(lines[0])} : std::string{};
}

} // namespace

std::optional<UffHeader> parseUffHeader(const std::vector<std::string>& lines)
{
    if (lines.size() != kHeaderLines) {
        return std::nullopt;
    }
    const auto function = parseInteger(part(lines[5], 0, 5));
    const auto form = words(lines[6]);
    if (!function || form.size() < 5) {
        return std::nullopt;
    }
    const auto type = parseInteger(form[0]);
    const auto count = parseInteger(form[1]);
    const auto spacing = parseInteger(form[2]);
    if (!type || !count || !spacing || *count < 0 || (*type != 2 && *type < 4) || *type > 6) {
        return std::nullopt;
    }
    UffHeader header;
    header.name = nameOf(lines);
    header.unit = isNamed(part(lines[8], 47, 20)) ? part(lines[8], 47, 20) : std::string_view{};
    header.function = static_cast<int>(*function);
    const auto abscissa = parseInteger(part(lines[7], 0, 10)).value_or(0);
    const std::string label = lowered(part(lines[7], 26, 20));
    constexpr int kTimeAbscissa = 17;
    header.isTime =
        header.function == 1 ||
        (header.function == 0 && (abscissa == kTimeAbscissa || label.starts_with("time")));
    header.isComplex = *type >= 5;
    header.isDouble = *type == 4 || *type == 6;
    header.isEven = *spacing == 1;
    header.count = static_cast<std::uint64_t>(*count);
    header.step = form[4];
    return header;
}

std::optional<UffBinary> parseUffBinary(std::string_view line)
{
    if (line.size() < 43 || line[6] != 'b') {
        return std::nullopt;
    }
    const auto order = parseInteger(part(line, 7, 6));
    const auto format = parseInteger(part(line, 13, 6));
    const auto lines = parseInteger(part(line, 19, 12));
    const auto bytes = parseInteger(part(line, 31, 12));
    const bool fits = order && format && lines && bytes && *bytes >= 0 &&
                      *lines == static_cast<std::int64_t>(kHeaderLines);
    if (!fits) {
        return std::nullopt;
    }
    return UffBinary{*order == 2, *format == 2, static_cast<std::uint64_t>(*bytes)};
}

std::string_view uffFunctionName(int function)
{
    constexpr std::array<std::string_view, 13> kNames{"function of unknown kind",
                                                      "time response",
                                                      "auto spectrum",
                                                      "cross spectrum",
                                                      "frequency response",
                                                      "transmissibility",
                                                      "coherence",
                                                      "auto correlation",
                                                      "cross correlation",
                                                      "power spectral density",
                                                      "energy spectral density",
                                                      "probability density",
                                                      "spectrum"};
    const auto at = static_cast<std::size_t>(std::max(function, 0));
    return at < kNames.size() ? kNames.at(at) : kNames.front();
}

} // namespace spall::io
