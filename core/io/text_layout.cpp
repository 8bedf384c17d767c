// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_layout.h"

#include "core/io/text_first_rows.h"
#include "core/io/text_headings.h"

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
        all.push_back(isCommentLine(line.text, dialect) ? std::vector<FieldKind>{}
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
    if (fit.dialect.separator != ',' || fit.dialect.hasDecimalComma || fit.fields != 2 ||
        fit.firstRow >= lines.size()) {
        return false;
    }
    bool hasGiveaway = fit.firstRow > 0 &&
                       lines[fit.firstRow - 1].text.find(',') == std::string_view::npos &&
                       !isCommentLine(lines[fit.firstRow - 1].text);
    for (std::size_t i = fit.firstRow; i < lines.size(); ++i) {
        const auto fields = splitLine(lines[i].text, fit.dialect);
        if (isCommentLine(lines[i].text, fit.dialect) || fields.size() != 2) {
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
    constexpr std::array<TextDialect, 10> kDialects{{{'\t', false},
                                                     {';', false},
                                                     {',', false},
                                                     {' ', false},
                                                     {'|', false},
                                                     {'\t', true},
                                                     {';', true},
                                                     {' ', true},
                                                     {'|', true},
                                                     {',', true}}};
    const bool hasArrow = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
        return line.text.find(kArrow) != std::string_view::npos;
    });
    Fit best;
    for (TextDialect dialect : kDialects) {
        dialect.hasArrow = hasArrow;
        const Fit fit = fitOf(lines, dialect);
        if (isBetter(fit, best)) {
            best = fit;
        }
    }
    return isDecimalCommaPair(lines, best) ? fitOf(lines, {';', true}) : best;
}

} // namespace

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
    std::vector<std::string_view> texts;
    texts.reserve(lines.size());
    for (const Line& line : lines) {
        texts.push_back(line.text);
    }
    const std::span<const std::string_view> all{texts};
    TextLayout layout;
    layout.dialect = fit.dialect;
    const std::size_t first = firstDataRow(all, fit.firstRow, fit.dialect, layout.preamble);
    layout.preamble.insert(
        layout.preamble.end(), texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(first));
    const auto above = all.first(first);
    layout.columns = headingsOf(above, fit.dialect, fit.kinds, layout.preamble);
    layout.statedUnit = statedUnit(above);
    for (std::size_t column = 0; column < fit.fields; ++column) {
        layout.columns[column].kind = fit.kinds[column];
    }
    lookIntoRows(all.subspan(first), layout);
    layout.dataOffset = lines[first].offset;
    layout.firstDataLine = static_cast<std::int64_t>(first) + 1;
    return layout;
}

} // namespace spall::io
