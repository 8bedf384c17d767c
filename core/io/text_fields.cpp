// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_fields.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/extension.h"
#include "core/io/unit_suffix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace spall::io {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool startsWithZero(std::string_view field)
{
    const auto first = field.find_first_not_of("+-");
    return first != std::string_view::npos && field[first] == '0';
}

/// "1.5D-03" as Fortran writes it.
std::optional<double> fortranNumber(std::string_view field)
{
    const auto exponent = field.find_first_of("dD");
    if (exponent == std::string_view::npos || exponent == 0) {
        return std::nullopt;
    }
    std::string withE{field};
    withE[exponent] = 'e';
    return parseNumber(withE);
}

/// A number without a unit.
std::optional<double> bareNumber(std::string_view field, const TextDialect& dialect)
{
    const bool hasComma = field.find(',') != std::string_view::npos;
    const bool hasPoint = field.find('.') != std::string_view::npos;
    if (hasComma && hasPoint) {
        return groupedNumber(field, dialect.hasDecimalComma ? ',' : '.');
    }
    if (!hasComma || !dialect.hasDecimalComma) {
        const auto plain = parseNumber(field);
        // A quoted "3,961" in a table with commas between its fields.
        const bool isGrouped =
            !plain && hasComma && dialect.separator == ',' && !startsWithZero(field);
        return plain ? plain : isGrouped ? groupedNumber(field, '.') : fortranNumber(field);
    }
    std::string withPoint{field};
    std::replace(withPoint.begin(), withPoint.end(), ',', '.');
    const auto plain = parseNumber(withPoint);
    return plain ? plain : fortranNumber(field);
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
    if (const auto arrow = dialect.hasArrow ? line.find(kArrow) : std::string_view::npos;
        arrow != std::string_view::npos) {
        fields.push_back(trimmedField(line.substr(0, arrow)));
        line.remove_prefix(arrow + kArrow.size());
    }
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
    constexpr std::array<std::string_view, 20> kMissing{"na",
                                                        "n/a",
                                                        "nan",
                                                        "null",
                                                        "none",
                                                        "-",
                                                        "?",
                                                        "#n/a",
                                                        "-nan(ind)",
                                                        "1.#qnan",
                                                        "-1.#ind",
                                                        "\xE2\x88\x9E",
                                                        "-\xE2\x88\x9E",
                                                        "+\xE2\x88\x9E",
                                                        "ol",
                                                        "ovl",
                                                        "overload",
                                                        "overrange",
                                                        "--",
                                                        "---"};
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
    constexpr std::size_t kLongestNumber = 64; // with its unit
    if (field.size() > kLongestNumber) {
        return std::nullopt;
    }
    if (const auto number = bareNumber(field, dialect)) {
        return number;
    }
    const std::string_view unit = unitOfCell(field); // "0.027 g", one at most
    return unit.empty() ? std::nullopt
                        : bareNumber(trimmed(field.substr(0, field.size() - unit.size())), dialect);
}

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

std::string_view unitOfCell(std::string_view field)
{
    const auto blank = field.rfind(' ');
    const std::string_view unit =
        blank == std::string_view::npos ? std::string_view{} : field.substr(blank + 1);
    return isUnit(unit) ? unit : std::string_view{};
}

bool isCommentLine(std::string_view line)
{
    line = trimmed(line);
    return line.empty() || line.front() == '#' || line.front() == '%' || line.front() == '*' ||
           line.starts_with("//");
}

bool isCommentLine(std::string_view line, const TextDialect& dialect)
{
    return isCommentLine(line) || (dialect.separator != ';' && trimmed(line).starts_with(';'));
}

} // namespace spall::io
