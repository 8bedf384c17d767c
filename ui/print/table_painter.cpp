// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/table_painter.h"

#include "ui/print/print_style.h"
#include "ui/print/text_block.h"

#include <QPainter>
#include <QString>

#include <algorithm>
#include <cctype>
#include <functional>
#include <numeric>

namespace spall::ui::print {

namespace {

using report::Table;

constexpr double kCellGap = 9.0 * kPoint;
constexpr double kCellPadding = 2.6 * kPoint;

constexpr std::size_t kFactsKeptTogether = 16;

struct Column {
    double left = 0.0;
    double width = 0.0;
    TextBlock::Align align = TextBlock::Align::Left;
};

std::size_t columnCount(const Table& table)
{
    std::size_t count = table.heads.size();
    for (const auto& row : table.rows) {
        count = std::max(count, row.size());
    }
    return count;
}

bool isNumber(const std::string& text)
{
    constexpr std::string_view kMinus = "\u2212";
    const std::size_t start = text.rfind(kMinus, 0) == 0 ? kMinus.size() : 0;
    return start < text.size() && std::isdigit(static_cast<unsigned char>(text[start])) != 0;
}

/// True when at least half of the filled cells are numbers and the others are short words.
bool isNumeric(const Table& table, std::size_t column)
{
    std::size_t filled = 0;
    std::size_t numbers = 0;
    for (const auto& row : table.rows) {
        if (column < row.size() && !row[column].empty()) {
            filled += 1;
            numbers += isNumber(row[column]) ? 1 : 0;
            if (QString::fromStdString(row[column]).size() > 22) {
                return false;
            }
        }
    }
    return column > 0 && filled > 0 && 2 * numbers >= filled;
}

std::vector<Column> factColumns(double width)
{
    const double first = 0.27 * width;
    return {{0.0, first - kCellGap, TextBlock::Align::Left},
            {first, width - first, TextBlock::Align::Left}};
}

/// The limit at which columns that want `wanted` [n], none given more than it, fill `width`.
double fillingLimit(std::vector<double> wanted, double width)
{
    std::sort(wanted.begin(), wanted.end());
    double limit = width;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        limit = width / static_cast<double>(wanted.size() - i);
        if (wanted[i] > limit) {
            break;
        }
        width -= wanted[i];
    }
    return limit;
}

/// True where a line may break behind this character: blanks, joints, and any sign of a script
/// that is written without blanks.
bool breaksBehind(QChar letter)
{
    constexpr char16_t kFirstIdeograph = 0x2E80;
    return letter == u' ' || letter == u'/' || letter == u'-' ||
           letter.unicode() >= kFirstIdeograph;
}

/// Width of the longest piece of a text that is not broken.
double longestWord(const std::string& text)
{
    double longest = 0.0;
    QString word;
    for (const QChar letter : QString::fromStdString(text)) {
        word += letter;
        if (breaksBehind(letter)) {
            longest = std::max(longest, textWidth(word.toStdString(), TextRole::Table));
            word.clear();
        }
    }
    return std::max(longest, textWidth(word.toStdString(), TextRole::Table));
}

/// What the columns of a table want: all of their widest text, and at least its longest word.
struct ColumnNeeds {
    std::vector<double> wanted;
    std::vector<double> least;

    void add(std::size_t column, const std::string& text, TextRole role)
    {
        constexpr double kAir = 1.0 * kPoint;
        wanted[column] = std::max(wanted[column], textWidth(text, role) + kAir);
        least[column] = std::max(least[column], longestWord(text) + kAir);
    }
};

std::vector<Column> recordColumns(const Table& table, double width)
{
    const std::size_t count = columnCount(table);
    ColumnNeeds needs{std::vector<double>(count, 0.0), std::vector<double>(count, 0.0)};
    for (std::size_t column = 0; column < count; ++column) {
        if (column < table.heads.size()) {
            needs.add(column, table.heads[column], TextRole::TableHead);
        }
        for (const auto& row : table.rows) {
            if (column < row.size()) {
                needs.add(column, row[column], TextRole::Table);
            }
        }
        needs.wanted[column] = std::max(needs.wanted[column], needs.least[column]);
    }
    const double gaps = kCellGap * static_cast<double>(count - 1);
    const std::vector<double> widths = shareWidth(needs.wanted, needs.least, width - gaps);
    std::vector<Column> columns;
    double left = 0.0;
    for (std::size_t column = 0; column < count; ++column) {
        columns.push_back(
            {left,
             widths[column],
             isNumeric(table, column) ? TextBlock::Align::Right : TextBlock::Align::Left});
        left += widths[column] + kCellGap;
    }
    return columns;
}

struct RowStyle {
    TextRole role = TextRole::Table;
    QColor first; ///< ink of the first column
    QColor rest;
};

LaidBlock rowBlock(const std::vector<std::string>& cells,
                   const std::vector<Column>& columns,
                   const RowStyle& style,
                   double width)
{
    std::vector<std::pair<double, TextBlock>> texts;
    double height = 0.0;
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
        TextBlock text(cells[i],
                       style.role,
                       i == 0 ? style.first : style.rest,
                       columns[i].width,
                       columns[i].align);
        height = std::max(height, text.height());
        texts.emplace_back(columns[i].left, std::move(text));
    }
    LaidBlock block;
    block.height = height + 2.0 * kCellPadding;
    block.paint = [texts, width, bottom = block.height](QPainter& painter, QPointF at) {
        for (const auto& [left, text] : texts) {
            text.paint(painter, at + QPointF(left, kCellPadding));
        }
        painter.setPen(QPen(hairlineInk(), 0.5 * kPoint));
        painter.drawLine(at + QPointF(0.0, bottom), at + QPointF(width, bottom));
    };
    return block;
}

} // namespace

std::vector<double>
shareWidth(const std::vector<double>& wanted, const std::vector<double>& least, double width)
{
    const double total = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    std::vector<double> given(wanted);
    if (total <= width) {
        for (double& one : given) {
            one += (width - total) / static_cast<double>(wanted.size());
        }
        return given;
    }
    const double words = std::accumulate(least.begin(), least.end(), 0.0);
    if (words > width) {
        const double limit = fillingLimit(wanted, width);
        std::transform(wanted.begin(), wanted.end(), given.begin(), [limit](double one) {
            return std::min(one, limit);
        });
        return given;
    }
    std::vector<double> more(wanted.size());
    std::transform(wanted.begin(), wanted.end(), least.begin(), more.begin(), std::minus<>());
    const double limit = fillingLimit(more, width - words);
    for (std::size_t i = 0; i < given.size(); ++i) {
        given[i] = least[i] + std::min(more[i], limit);
    }
    return given;
}

void appendTable(std::vector<LaidBlock>& blocks, const Table& table, double width)
{
    if (table.rows.empty()) {
        return;
    }
    const bool isFacts = table.kind == Table::Kind::Facts;
    const std::vector<Column> columns = isFacts ? factColumns(width) : recordColumns(table, width);
    const double space = 8.0 * kPoint;
    if (!table.title.empty()) {
        const TextBlock title(table.title, TextRole::SubHeading, textInk(), width);
        blocks.push_back({title.height(),
                          1.8 * space,
                          LaidBlock::Keep::WithNext,
                          LaidBlock::Start::Flow,
                          -1,
                          [title](QPainter& painter, QPointF at) { title.paint(painter, at); },
                          {}});
    }
    int heads = -1;
    if (!table.heads.empty()) {
        const RowStyle style{TextRole::TableHead, mutedInk(), mutedInk()};
        heads = static_cast<int>(blocks.size());
        blocks.push_back(rowBlock(table.heads, columns, style, width));
        blocks.back().spaceBefore = table.title.empty() ? space : 0.3 * space;
        blocks.back().keep = LaidBlock::Keep::WithNext;
    }
    const RowStyle style{TextRole::Table, isFacts ? mutedInk() : textInk(), textInk()};
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        LaidBlock row = rowBlock(table.rows[i], columns, style, width);
        // The first row stays with the second, the last but one with the last, a few facts
        // together.
        const bool isShort = isFacts && table.rows.size() <= kFactsKeptTogether;
        const bool isKept =
            i + 1 < table.rows.size() && (i == 0 || i + 2 == table.rows.size() || isShort);
        row.keep = isKept ? LaidBlock::Keep::WithNext : LaidBlock::Keep::Alone;
        row.repeat = heads;
        row.spaceBefore = i == 0 && heads < 0 ? 0.5 * space : 0.0;
        blocks.push_back(std::move(row));
    }
}

} // namespace spall::ui::print
