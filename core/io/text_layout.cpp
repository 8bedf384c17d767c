// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_layout.h"

#include "core/io/unit_suffix.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace spall::io {
namespace {

constexpr std::size_t kMostLines = 400;

struct Line {
    std::string_view text;
    std::uint64_t offset = 0;
};

/// Whole lines at the beginning of a file; a last line without an end counts when it is the only
/// one.
std::vector<Line> linesOf(std::string_view head)
{
    std::vector<Line> lines;
    std::size_t start = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (start < head.size() && lines.size() < kMostLines) {
        auto end = head.find_first_of("\r\n", start);
        if (end == std::string_view::npos) {
            if (lines.size() > 1) {
                break;
            }
            end = head.size();
        }
        lines.push_back({head.substr(start, end - start), start});
        start = end + (head.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

/// How well a dialect explains the lines.
struct Fit {
    TextDialect dialect;
    std::size_t fields = 0;   ///< in the rows of numbers
    std::size_t pure = 0;     ///< rows of numbers, times and gaps only
    std::size_t mixed = 0;    ///< rows that also hold text
    std::size_t firstRow = 0; ///< index of the first row of numbers
    std::vector<FieldKind> kinds;
};

std::vector<FieldKind> kindsOf(std::string_view line, const TextDialect& dialect)
{
    std::vector<FieldKind> kinds;
    for (const std::string_view field : splitLine(line, dialect)) {
        kinds.push_back(kindOf(field, dialect));
    }
    return kinds;
}

bool hasNumber(const std::vector<FieldKind>& kinds)
{
    return std::find(kinds.begin(), kinds.end(), FieldKind::Number) != kinds.end();
}

bool hasText(const std::vector<FieldKind>& kinds)
{
    return std::find(kinds.begin(), kinds.end(), FieldKind::Text) != kinds.end();
}

/// The kind most rows have in a column; gaps give way to anything else.
FieldKind majority(const std::vector<std::vector<FieldKind>>& rows, std::size_t column)
{
    std::array<std::size_t, 4> counts{};
    for (const auto& row : rows) {
        ++counts.at(static_cast<std::size_t>(row[column]));
    }
    counts.at(static_cast<std::size_t>(FieldKind::Empty)) = 0;
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? FieldKind::Empty : static_cast<FieldKind>(most - counts.begin());
}

bool agrees(const std::vector<FieldKind>& row, const std::vector<FieldKind>& kinds)
{
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const bool mustBeNumber = kinds[i] == FieldKind::Number || kinds[i] == FieldKind::Time;
        if (mustBeNumber && row[i] != kinds[i] && row[i] != FieldKind::Empty) {
            return false;
        }
    }
    return hasNumber(row);
}

Fit fitOf(const std::vector<Line>& lines, const TextDialect& dialect)
{
    Fit fit;
    fit.dialect = dialect;
    std::vector<std::vector<FieldKind>> all;
    std::map<std::size_t, std::size_t> widths;
    for (const Line& line : lines) {
        all.push_back(isCommentLine(line.text) ? std::vector<FieldKind>{}
                                               : kindsOf(line.text, dialect));
        if (hasNumber(all.back())) {
            ++widths[all.back().size()];
        }
    }
    const auto widest =
        std::max_element(widths.begin(), widths.end(), [](const auto& a, const auto& b) {
            return a.second < b.second || (a.second == b.second && a.first < b.first);
        });
    fit.fields = widest == widths.end() ? 0 : widest->first;
    std::vector<std::vector<FieldKind>> rows;
    for (const auto& row : all) {
        if (hasNumber(row) && row.size() == fit.fields) {
            ++(hasText(row) ? fit.mixed : fit.pure);
            rows.push_back(row);
        }
    }
    for (std::size_t column = 0; !rows.empty() && column < fit.fields; ++column) {
        fit.kinds.push_back(majority(rows, column));
    }
    const auto first = std::find_if(all.begin(), all.end(), [&](const auto& row) {
        return !rows.empty() && row.size() == fit.fields && agrees(row, fit.kinds);
    });
    fit.firstRow = static_cast<std::size_t>(first - all.begin());
    return fit;
}

bool isBetter(const Fit& a, const Fit& b)
{
    if (a.pure != b.pure) {
        return a.pure > b.pure;
    }
    if (a.mixed != b.mixed) {
        return a.mixed > b.mixed;
    }
    return a.fields > b.fields;
}

/// "-0,12" or "3,07" on every line can only be a number with a decimal comma: as two whole numbers
/// they would be written -0 and 07.
bool isDecimalCommaPair(const std::vector<Line>& lines, const Fit& fit)
{
    if (fit.dialect.separator != ',' || fit.fields != 2 || fit.firstRow >= lines.size()) {
        return false;
    }
    bool hasGiveaway = fit.firstRow > 0 &&
                       lines[fit.firstRow - 1].text.find(',') == std::string_view::npos &&
                       !isCommentLine(lines[fit.firstRow - 1].text);
    for (std::size_t i = fit.firstRow; i < lines.size(); ++i) {
        const auto fields = splitLine(lines[i].text, fit.dialect);
        if (isCommentLine(lines[i].text) || fields.size() != 2) {
            continue;
        }
        if (lines[i].text.find('.') != std::string_view::npos || fields[1].starts_with('-')) {
            return false;
        }
        hasGiveaway =
            hasGiveaway || fields[0] == "-0" || (fields[1].size() > 1 && fields[1].front() == '0');
    }
    return hasGiveaway;
}

Fit bestFit(const std::vector<Line>& lines)
{
    constexpr std::array<TextDialect, 7> kDialects{{{'\t', false},
                                                    {';', false},
                                                    {',', false},
                                                    {' ', false},
                                                    {'\t', true},
                                                    {';', true},
                                                    {' ', true}}};
    Fit best;
    for (const TextDialect& dialect : kDialects) {
        const Fit fit = fitOf(lines, dialect);
        if (isBetter(fit, best)) {
            best = fit;
        }
    }
    return isDecimalCommaPair(lines, best) ? fitOf(lines, {';', true}) : best;
}

bool isUnitText(std::string_view text)
{
    return text.empty() || text.front() == '(' || text.front() == '[' || isUnit(text);
}

bool holdsMeasure(const std::vector<std::string_view>& fields)
{
    return std::any_of(fields.begin(), fields.end(), [](std::string_view field) {
        return !field.empty() && field.front() >= '0' && field.front() <= '9';
    });
}

/// The headings in the lines before the first row: the last with as many fields as the rows have; a
/// row of nothing but units belongs below it.
std::vector<TextColumn> headingsOf(const std::vector<Line>& lines, const Fit& fit)
{
    std::vector<TextColumn> columns(fit.fields);
    std::vector<std::string_view> units;
    std::vector<std::string_view> headings;
    for (std::size_t i = fit.firstRow; i-- > 0;) {
        std::string_view text = lines[i].text;
        while (!text.empty() && (text.front() == '#' || text.front() == '%')) {
            text.remove_prefix(1);
        }
        const auto fields = splitLine(text, fit.dialect);
        if (isCommentLine(lines[i].text) && text.find_first_of(":=") != std::string_view::npos) {
            continue; // "# rate: 12 kHz" states something and heads no column
        }
        // Rows may end with a separator that the headings do without.
        const bool isOneShort =
            fields.size() + 1 == fit.fields && fit.kinds.back() == FieldKind::Empty;
        if (fields.size() != fit.fields && !isOneShort) {
            if (isCommentLine(text)) {
                continue;
            }
            break;
        }
        if (units.empty() && i > 0 && std::all_of(fields.begin(), fields.end(), isUnitText)) {
            units = fields;
            continue;
        }
        if (headings.empty() || !holdsMeasure(fields)) {
            headings = fields;
        }
        // "Rate","25.6 kHz" may stand between the headings and the rows.
        if (!holdsMeasure(fields)) {
            break;
        }
    }
    for (std::size_t column = 0; column < headings.size(); ++column) {
        columns[column] = parseHeading(headings[column]);
    }
    for (std::size_t column = 0; column < units.size(); ++column) {
        std::string_view unit = units[column];
        if (unit.size() > 2 && (unit.front() == '(' || unit.front() == '[')) {
            unit = unit.substr(1, unit.size() - 2);
        }
        columns[column].unit = unit;
    }
    return columns;
}

} // namespace

TextColumn parseHeading(std::string_view heading)
{
    for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
        const auto start = heading.rfind(open);
        if (start != std::string_view::npos && heading.ends_with(close)) {
            return {
                std::string{trimmedField(heading.substr(0, start))},
                std::string{trimmedField(heading.substr(start + 1, heading.size() - start - 2))},
                FieldKind::Number};
        }
    }
    return {std::string{heading}, {}, FieldKind::Number};
}

Result<TextLayout> layoutOf(std::string_view head, const std::string& where)
{
    const std::vector<Line> lines = linesOf(head);
    const Fit fit = bestFit(lines);
    if (fit.pure + fit.mixed == 0 || fit.firstRow >= lines.size()) {
        return fail(
            ErrorCode::UnknownFormat,
            fmt::format("no rows of numbers in the first {} lines of this text", lines.size()),
            where,
            "export the signal as columns of numbers");
    }
    TextLayout layout;
    layout.dialect = fit.dialect;
    layout.columns = headingsOf(lines, fit);
    for (std::size_t column = 0; column < fit.fields; ++column) {
        layout.columns[column].kind = fit.kinds[column];
    }
    for (std::size_t i = 0; i < fit.firstRow; ++i) {
        layout.preamble.emplace_back(lines[i].text);
    }
    layout.dataOffset = lines[fit.firstRow].offset;
    layout.firstDataLine = static_cast<std::int64_t>(fit.firstRow) + 1;
    return layout;
}

} // namespace spall::io
