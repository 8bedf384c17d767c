// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/preamble.h"

#include "core/base/parse_number.h"
#include "core/io/encoding.h"
#include "core/io/extension.h"
#include "core/io/text_layout.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace spall::io {
namespace {

struct Measured {
    double value = 0.0;
    std::string unit;
};

/// "25.6 kHz", "25,6", "\"51200\"" at the beginning of a text.
std::optional<Measured> measuredIn(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t\"':=,;");
    if (start == std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(start);
    const std::size_t end = std::min(text.find_first_not_of("0123456789+-.,eE"), text.size());
    std::string digits{text.substr(0, end)};
    while (!digits.empty() && (digits.back() == ',' || digits.back() == '.')) {
        digits.pop_back();
    }
    if (digits.find('.') == std::string::npos) {
        std::replace(digits.begin(), digits.end(), ',', '.');
    }
    const auto value = parseNumber(digits);
    if (!value) {
        return std::nullopt;
    }
    const std::string_view rest = text.substr(end);
    const auto unitStart = std::min(rest.find_first_not_of(" \t\"'([,;"), rest.size());
    const auto unitEnd = std::min(rest.find_first_of(" \t\"')],;", unitStart), rest.size());
    return Measured{*value, lowered(rest.substr(unitStart, unitEnd - unitStart))};
}

void add(std::string_view key, Measured measured, FileContents& contents)
{
    while (!key.empty() && (key.back() == '"' || key.back() == ' ')) {
        key.remove_suffix(1);
    }
    const TextColumn heading = parseHeading(trimmedField(key));
    const std::string unit = measured.unit.empty() ? lowered(heading.unit) : measured.unit;
    if (unit == "khz" || unit == "ks/s" || unit == "ksps") {
        measured.value *= 1000.0;
    }
    std::string name = asUtf8(heading.name);
    std::replace(name.begin(), name.end(), '.', ' '); // no address, one name
    if (unit == "rpm" || unit == "r/min" || unit == "1/min") {
        name += " rpm";
    }
    contents.scalars.push_back({std::move(name), measured.value});
}

} // namespace

void readPreamble(const std::vector<std::string>& lines, FileContents& contents)
{
    for (const std::string& line : lines) {
        std::string_view text{line};
        const auto first = text.find_first_not_of(" \t#%*/\"'");
        text.remove_prefix(std::min(first, text.size()));
        // The first mark of the kind that is there: "Time: 10:00" has its key before the colon.
        auto mark = text.find_first_of(":=\t;,");
        if (mark == std::string_view::npos) {
            mark = text.find_last_of(' ');
        }
        if (mark == std::string_view::npos || mark == 0) {
            continue;
        }
        if (const auto measured = measuredIn(text.substr(mark))) {
            add(text.substr(0, mark), *measured, contents);
        }
    }
}

} // namespace spall::io
