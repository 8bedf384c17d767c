// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_headings.h"

#include "core/base/parse_number.h"
#include "core/io/encoding.h"
#include "core/io/extension.h"
#include "core/io/names.h"
#include "core/io/unit_suffix.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace spall::io {
namespace {

using Fields = std::vector<std::string_view>;

/// What stands in front of a row of names or units.
bool isRowLabel(std::string_view field)
{
    constexpr std::array<std::string_view, 14> kLabels{"headings",
                                                       "headers",
                                                       "header",
                                                       "columns",
                                                       "channels",
                                                       "channel id",
                                                       "channel",
                                                       "names",
                                                       "label",
                                                       "unit",
                                                       "units",
                                                       "vertical units",
                                                       "einheit",
                                                       "einheiten"};
    return isOneOf(lowered(field), kLabels);
}

bool isUnitLabel(std::string_view field)
{
    constexpr std::array<std::string_view, 8> kLabels{"unit",
                                                      "units",
                                                      "vertical units",
                                                      "einheit",
                                                      "einheiten",
                                                      "y-axis unit",
                                                      "y unit",
                                                      "y_unit_label"};
    return isOneOf(lowered(field), kLabels);
}

bool isUnitText(std::string_view text)
{
    return text.empty() || text.front() == '(' || text.front() == '[' || isUnit(asUtf8(text));
}

/// Nothing but units and numbers between them.
bool isUnitRow(const Fields& fields)
{
    const auto isPart = [&](std::string_view field) {
        return isUnitText(field) || parseNumber(field);
    };
    return std::all_of(fields.begin(), fields.end(), isPart) &&
           std::any_of(fields.begin(), fields.end(), [](std::string_view field) {
               return !field.empty() && isUnitText(field);
           });
}

bool holdsMeasure(const Fields& fields)
{
    return std::any_of(fields.begin(), fields.end(), [](std::string_view field) {
        return !field.empty() && field.front() >= '0' && field.front() <= '9';
    });
}

/// "SampleRate: 25600 Hz" in its fields names no column, nor does "Samples,12800" above a single
/// one.
bool holdsStatement(const Fields& fields)
{
    const std::string_view marks = fields.size() == 1 ? ":=,;\t" : ":";
    return std::any_of(fields.begin(), fields.end(), [=](std::string_view field) {
        const auto mark = field.find_first_of(marks);
        return mark != std::string_view::npos &&
               field.find_first_of("0123456789", mark) != std::string_view::npos;
    });
}

std::string_view withoutMarks(std::string_view text)
{
    const auto first = std::min(text.find_first_not_of("#%;/ \t"), text.size());
    return text.substr(first);
}

/// The fields of a line where there is one for each column; nothing for other lines.
std::optional<Fields>
rowOf(std::string_view line, const TextDialect& dialect, std::span<const FieldKind> kinds)
{
    const bool isComment = isCommentLine(line, dialect);
    std::string_view text = isComment ? withoutMarks(line) : line;
    if (isComment) {
        // "# rate: 12 kHz" states something and heads no column, "# channels: DE, FE" does.
        const auto mark = text.find_first_of(":=");
        if (mark != std::string_view::npos && !isRowLabel(trimmedField(text.substr(0, mark)))) {
            return std::nullopt;
        }
        text.remove_prefix(mark == std::string_view::npos ? 0 : mark + 1);
    }
    Fields fields = splitLine(text, dialect);
    if (fields.size() == kinds.size() + 1) {
        if (isRowLabel(fields.front())) {
            fields.erase(fields.begin());
        } else if (fields.back().empty()) {
            fields.pop_back();
        }
    }
    // Rows may end with a separator that the headings do without.
    const bool isOneShort = fields.size() + 1 == kinds.size() && kinds.back() == FieldKind::Empty;
    return fields.size() == kinds.size() || isOneShort ? std::optional{fields} : std::nullopt;
}

/// A title or a word such as "Data" between headings and rows.
bool isOneWord(std::string_view line, const TextDialect& dialect)
{
    return splitLine(line, dialect).size() == 1 &&
           line.find_first_of("0123456789:=") == std::string_view::npos;
}

/// The rows that may be headings or units, the lowest first.
std::vector<Fields> rowsAbove(std::span<const std::string_view> above,
                              const TextDialect& dialect,
                              std::span<const FieldKind> kinds)
{
    std::vector<Fields> rows;
    for (std::size_t i = above.size(); i-- > 0;) {
        if (const auto row = rowOf(above[i], dialect, kinds)) {
            if (!holdsStatement(*row)) {
                rows.push_back(*row);
            } else if (kinds.size() == 1) {
                break; // what stands above a statement is another one
            }
        } else if (!isCommentLine(above[i], dialect) &&
                   !(rows.empty() && isOneWord(above[i], dialect))) {
            break;
        }
    }
    return rows;
}

std::string_view bareUnit(std::string_view unit)
{
    if (unit.size() > 2 && (unit.front() == '(' || unit.front() == '[')) {
        unit = unit.substr(1, unit.size() - 2);
    }
    return unitSymbol(unit);
}

void setUnits(const Fields& units, std::vector<TextColumn>& columns)
{
    for (std::size_t i = 0; i < units.size() && i < columns.size(); ++i) {
        if (isUnitText(units[i]) && (columns[i].unit.empty() || !units[i].empty())) {
            columns[i].unit = bareUnit(units[i]);
        }
    }
}

/// Numbers in a row of units belong to the names above them: "Increment" of an oscilloscope.
void stateNumbers(const Fields& names, const Fields& units, std::vector<std::string>& preamble)
{
    for (std::size_t i = 0; i < units.size() && i < names.size(); ++i) {
        if (parseNumber(units[i]) && !names[i].empty()) {
            preamble.push_back(std::string{names[i]} + "=" + std::string{units[i]});
        }
    }
}

TextColumn namedColumn(std::string_view heading)
{
    TextColumn column = parseHeading(heading);
    if (parseInteger(column.name)) {
        column.name = "channel " + column.name;
    }
    return column;
}

bool isIndex(std::string_view text)
{
    return text.find_first_not_of("0123456789:, ") == std::string_view::npos;
}

} // namespace

TextColumn parseHeading(std::string_view heading)
{
    for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
        const auto start = heading.rfind(open);
        const auto end = start == std::string_view::npos ? start : heading.find(close, start);
        if (end == std::string_view::npos) {
            continue;
        }
        const std::string_view unit = trimmedField(heading.substr(start + 1, end - start - 1));
        const bool isLast = end + 1 == heading.size() && !isIndex(unit);
        if (isLast || isUnit(asUtf8(unit))) {
            return {std::string{trimmedField(heading.substr(0, start))}, std::string{unit}};
        }
    }
    constexpr std::string_view kIn = "in ";
    const auto in = heading.rfind(kIn);
    const bool isWord = in == 0 || (in != std::string_view::npos && heading[in - 1] == ' ');
    if (isWord && isUnit(asUtf8(heading.substr(in + kIn.size())))) {
        return {std::string{trimmedField(heading.substr(0, in))},
                std::string{heading.substr(in + kIn.size())}};
    }
    return {std::string{heading}, {}};
}

std::vector<TextColumn> headingsOf(std::span<const std::string_view> above,
                                   const TextDialect& dialect,
                                   std::span<const FieldKind> kinds,
                                   std::vector<std::string>& preamble)
{
    const std::vector<Fields> rows = rowsAbove(above, dialect, kinds);
    constexpr std::size_t kFarthest = 4; // descriptions of the sensors may stand below the units
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), kFarthest));
    auto units = std::find_if(rows.begin(), last, isUnitRow);
    if (units == last || (units + 1 == rows.end() && above.size() == rows.size())) {
        units = rows.end();
    }
    auto names = units == rows.end()
                     ? std::find_if(rows.begin(),
                                    rows.end(),
                                    [](const Fields& row) { return !holdsMeasure(row); })
                     : units + 1;
    if (names == rows.end() && units == rows.end()) {
        names = rows.begin();
    }
    std::vector<TextColumn> columns(kinds.size());
    for (std::size_t i = 0; names != rows.end() && i < names->size(); ++i) {
        columns[i] = namedColumn((*names)[i]);
    }
    if (units != rows.end()) {
        setUnits(*units, columns);
    }
    if (units != rows.end() && names != rows.end()) {
        stateNumbers(*names, *units, preamble);
    }
    // "Vertical Units,V,V" among the lines of an oscilloscope.
    for (const std::string_view line : above) {
        Fields fields = splitLine(line, dialect);
        if (units != rows.end() || fields.size() != kinds.size() || fields.size() < 3 ||
            !isUnitLabel(fields.front())) {
            continue;
        }
        fields.front() = {}; // the label stands above the times
        if (isUnitRow(fields)) {
            setUnits(fields, columns);
        }
    }
    return columns;
}

std::string statedUnit(std::span<const std::string_view> above)
{
    for (const std::string_view line : above) {
        const std::string_view text = withoutMarks(line);
        const auto mark = text.find_first_of(":=\t;,");
        if (mark == std::string_view::npos || !isUnitLabel(trimmedField(text.substr(0, mark)))) {
            continue;
        }
        std::string_view value = text.substr(mark + 1);
        value = trimmedField(value.substr(0, value.find_first_of("\t;,")));
        if (isUnit(asUtf8(value))) {
            return std::string{value};
        }
    }
    return {};
}

} // namespace spall::io
