// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_first_rows.h"

#include "core/base/parse_number.h"
#include "core/io/scalar_names.h"
#include "core/io/usual_rates.h"

#include <algorithm>

namespace spall::io {
namespace {

using Fields = std::vector<std::string_view>;

constexpr std::size_t kLooked = 64;

/// The next rows that are no comments, with as many fields as the first.
std::vector<Fields>
rowsFrom(std::span<const std::string_view> lines, std::size_t width, const TextDialect& dialect)
{
    std::vector<Fields> rows;
    for (const std::string_view line : lines) {
        if (rows.size() == kLooked) {
            break;
        }
        Fields fields = isCommentLine(line, dialect) ? Fields{} : splitLine(line, dialect);
        if (fields.size() == width) {
            rows.push_back(std::move(fields));
        }
    }
    return rows;
}

bool hasMark(std::string_view field)
{
    return field.find_first_of(".,eE") != std::string_view::npos;
}

/// True when the column has decimals in nearly every row.
bool isDecimal(const std::vector<Fields>& rows, std::size_t column)
{
    const auto marked = std::count_if(
        rows.begin(), rows.end(), [=](const Fields& row) { return hasMark(row[column]); });
    return static_cast<std::size_t>(marked) * 10 >= rows.size() * 9;
}

/// The whole numbers of a row above columns of decimals; empty when it is a row like the others.
std::vector<std::int64_t> wholesAbove(const Fields& first, const std::vector<Fields>& rows)
{
    constexpr std::size_t kFewestRows = 16;
    std::vector<std::int64_t> wholes;
    for (std::size_t i = 0; i < first.size() && rows.size() >= kFewestRows; ++i) {
        const bool isCorner = i == 0 && first[0].empty() && !rows.front()[0].empty();
        const auto whole = parseInteger(first[i]);
        if (isCorner || (first[i].empty() && rows.front()[i].empty())) {
            continue;
        }
        if (!whole || !isDecimal(rows, i)) {
            return {};
        }
        wholes.push_back(*whole);
    }
    return wholes;
}

/// "0,1,2": names that a data frame gives columns without any.
bool isCount(const std::vector<std::int64_t>& wholes, const Fields& row)
{
    for (std::size_t i = 0; i < wholes.size(); ++i) {
        if (wholes[i] != static_cast<std::int64_t>(i)) {
            return false;
        }
    }
    return wholes.size() > 1 || row.front().empty();
}

bool isRateRow(const std::vector<std::int64_t>& wholes)
{
    const bool isSame = std::all_of(
        wholes.begin(), wholes.end(), [&](std::int64_t value) { return value == wholes.front(); });
    return isSame && usualRateNear(Hertz{static_cast<double>(wholes.front())}, 0.0);
}

/// "Record Length,1.28e4,,0.0,0.12" in the first rows and nothing there below them.
void takeRowLabels(const std::vector<Fields>& rows, TextLayout& layout)
{
    for (std::size_t i = 0; i + 1 < layout.columns.size(); ++i) {
        const bool isEmptyBelow = std::all_of(rows.end() - 8, rows.end(), [=](const Fields& row) {
            return row[i].empty() && row[i + 1].empty();
        });
        if (layout.columns[i].kind != FieldKind::Text || !isEmptyBelow) {
            continue;
        }
        for (const Fields& row : rows) {
            if (!row[i].empty()) {
                layout.preamble.push_back(std::string{row[i]} + "=" + std::string{row[i + 1]});
            }
        }
        layout.columns[i].kind = FieldKind::Empty;
        layout.columns[i + 1].kind = FieldKind::Empty;
    }
}

} // namespace

std::size_t firstDataRow(std::span<const std::string_view> lines,
                         std::size_t first,
                         const TextDialect& dialect,
                         std::vector<std::string>& preamble)
{
    const Fields row = splitLine(lines[first], dialect);
    const auto rows = rowsFrom(lines.subspan(first + 1), row.size(), dialect);
    const auto wholes = wholesAbove(row, rows);
    if (wholes.empty()) {
        return first;
    }
    if (isRateRow(wholes)) {
        preamble.push_back("sampling rate=" + std::to_string(wholes.front()));
        return first + 1;
    }
    return isCount(wholes, row) ? first + 1 : first;
}

void lookIntoRows(std::span<const std::string_view> lines, TextLayout& layout)
{
    const auto rows = rowsFrom(lines, layout.columns.size(), layout.dialect);
    if (rows.empty()) {
        return;
    }
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        TextColumn& column = layout.columns[i];
        const std::string_view cell = rows.front()[i];
        if (column.kind == FieldKind::Number && column.unit.empty()) {
            column.unit = unitOfCell(cell);
        }
        if (column.kind == FieldKind::Text && looksLikeTime(cell)) {
            column.unreadTime = cell;
        }
    }
    constexpr std::size_t kFewestRows = 16;
    if (rows.size() >= kFewestRows) {
        takeRowLabels(rows, layout);
    }
}

} // namespace spall::io
