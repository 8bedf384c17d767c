// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_fields.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/extension.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>

namespace spall::io {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// Takes digits off the front; nothing when there are none or more than `most`.
std::optional<int> takeDigits(std::string_view& text, std::size_t most)
{
    int value = 0;
    std::size_t count = 0;
    while (count < text.size() && count < most && text[count] >= '0' && text[count] <= '9') {
        value = value * 10 + (text[count] - '0');
        ++count;
    }
    text.remove_prefix(count);
    return count == 0 ? std::nullopt : std::optional{value};
}

bool takeOne(std::string_view& text, std::string_view anyOf)
{
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// "HH:MM[:SS[.fff]]" with an optional Z, to the end of the text.
std::optional<double> timeOfDay(std::string_view text)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 24 || !takeOne(text, ":")) {
        return std::nullopt;
    }
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    double seconds = *hour * 3600.0 + *minute * 60.0;
    if (takeOne(text, ":")) {
        if (!text.empty() && (text.back() == 'Z' || text.back() == 'z')) {
            text.remove_suffix(1);
        }
        std::string rest{text};
        std::replace(rest.begin(), rest.end(), ',', '.');
        const auto second = parseNumber(rest);
        if (!second || !(*second >= 0.0 && *second < 61.0)) {
            return std::nullopt;
        }
        return seconds + *second;
    }
    return text.empty() ? std::optional{seconds} : std::nullopt;
}

/// Takes "YYYY-MM-DD", "YYYY/MM/DD" or "DD.MM.YYYY" off the front, as days since 1970.
std::optional<int> takeDate(std::string_view& text)
{
    const bool isYearFirst = text.size() > 4 && (text[4] == '-' || text[4] == '/');
    const auto first = takeDigits(text, isYearFirst ? 4 : 2);
    if (!first || !takeOne(text, "-/.")) {
        return std::nullopt;
    }
    const auto month = takeDigits(text, 2);
    if (!month || !takeOne(text, "-/.")) {
        return std::nullopt;
    }
    const auto last = takeDigits(text, isYearFirst ? 2 : 4);
    if (!last) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year{isYearFirst ? *first : *last},
        std::chrono::month{static_cast<unsigned>(*month)},
        std::chrono::day{static_cast<unsigned>(isYearFirst ? *last : *first)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// "1,234.5", or "1.234,5" with the comma as `mark`: thousands in groups of three.
std::optional<double> groupedNumber(std::string_view field, char mark)
{
    const char group = mark == '.' ? ',' : '.';
    const std::size_t markAt = field.find(mark);
    std::string plain;
    std::size_t digits = 0;
    bool hasGroups = false;
    for (std::size_t at = 0; at < field.size(); ++at) {
        if (field[at] == group) {
            const bool isWhole = digits == 3 || (!hasGroups && digits > 0 && digits < 3);
            if (at > markAt || !isWhole) {
                return std::nullopt;
            }
            hasGroups = true;
            digits = 0;
            continue;
        }
        if (field[at] == mark && hasGroups && digits != 3) {
            return std::nullopt;
        }
        digits += field[at] >= '0' && field[at] <= '9' ? 1 : 0;
        plain.push_back(field[at] == mark ? '.' : field[at]);
    }
    return parseNumber(plain);
}

} // namespace

std::string_view trimmedField(std::string_view field)
{
    field = trimmed(field);
    if (field.size() >= 2 && (field.front() == '"' || field.front() == '\'') &&
        field.back() == field.front()) {
        field = trimmed(field.substr(1, field.size() - 2));
    }
    return field;
}

std::vector<std::string_view> splitLine(std::string_view line, const TextDialect& dialect)
{
    std::vector<std::string_view> fields;
    const bool isBlanks = dialect.separator == ' ';
    if (isBlanks) {
        line = trimmed(line);
    }
    std::size_t start = 0;
    bool isQuoted = false;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        const bool isEnd = at == line.size();
        if (!isEnd && line[at] == '"') {
            isQuoted = !isQuoted;
        }
        const bool isSeparator =
            !isEnd && !isQuoted && (isBlanks ? isBlank(line[at]) : line[at] == dialect.separator);
        if (!isEnd && !isSeparator) {
            continue;
        }
        if (!isBlanks || at > start) {
            fields.push_back(trimmedField(line.substr(start, at - start)));
        }
        start = at + 1;
    }
    return fields;
}

FieldKind kindOf(std::string_view field, const TextDialect& dialect)
{
    constexpr std::array<std::string_view, 11> kMissing{
        "na", "n/a", "nan", "null", "none", "-", "?", "#n/a", "-nan(ind)", "1.#qnan", "-1.#ind"};
    const std::string low = lowered(field);
    if (field.empty() || std::find(kMissing.begin(), kMissing.end(), low) != kMissing.end()) {
        return FieldKind::Empty;
    }
    if (numberIn(field, dialect)) {
        return FieldKind::Number;
    }
    return secondsIn(field) ? FieldKind::Time : FieldKind::Text;
}

std::optional<double> numberIn(std::string_view field, const TextDialect& dialect)
{
    const bool hasComma = field.find(',') != std::string_view::npos;
    const bool hasPoint = field.find('.') != std::string_view::npos;
    if (hasComma && hasPoint) {
        return groupedNumber(field, dialect.hasDecimalComma ? ',' : '.');
    }
    if (!dialect.hasDecimalComma || !hasComma) {
        return parseNumber(field);
    }
    std::string withPoint{field};
    std::replace(withPoint.begin(), withPoint.end(), ',', '.');
    return parseNumber(withPoint);
}

std::optional<double> secondsIn(std::string_view field)
{
    if (const auto time = timeOfDay(field)) {
        return time;
    }
    const auto days = takeDate(field);
    if (!days) {
        return std::nullopt;
    }
    constexpr double kSecondsPerDay = 86'400.0;
    if (field.empty()) {
        return *days * kSecondsPerDay;
    }
    if (!takeOne(field, " T_")) {
        return std::nullopt;
    }
    const auto time = timeOfDay(field);
    return time ? std::optional{*days * kSecondsPerDay + *time} : std::nullopt;
}

bool isCommentLine(std::string_view line)
{
    line = trimmed(line);
    return line.empty() || line.front() == '#' || line.front() == '%' || line.front() == '*' ||
           line.starts_with("//");
}

} // namespace spall::io
