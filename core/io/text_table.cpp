// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

namespace spall::io {
namespace {

constexpr std::size_t kReadAtOnce = 1UL << 20U;
constexpr std::size_t kLongestLine = 1UL << 21U;

/// Turns lines into columns; keeps its place for messages.
class RowParser {
public:
    RowParser(const TextLayout& layout, std::string where)
        : m_layout(layout),
          m_where(std::move(where)),
          m_isPlain(!layout.dialect.hasDecimalComma && std::all_of(layout.columns.begin(),
                                                                   layout.columns.end(),
                                                                   [](const TextColumn& column) {
                                                                       return column.kind ==
                                                                              FieldKind::Number;
                                                                   })),
          m_line(layout.firstDataLine)
    {
        m_table.columns.resize(layout.columns.size());
        m_table.firstBadLine.resize(layout.columns.size());
        m_row.resize(layout.columns.size());
    }

    void reserve(std::size_t rows)
    {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const FieldKind kind = m_layout.columns[i].kind;
            m_table.columns[i].reserve(kind == FieldKind::Number || kind == FieldKind::Time ? rows
                                                                                            : 0);
        }
    }

    /// Takes every whole line off `text`. `isLast`: the end of the text ends the line.
    enum class Piece { Middle, Last };
    Status consume(std::string_view& text, Piece piece)
    {
        while (!text.empty()) {
            const void* newline = std::memchr(text.data(), '\n', text.size());
            if (newline == nullptr && piece == Piece::Middle) {
                return {};
            }
            const std::size_t length =
                newline == nullptr
                    ? text.size()
                    : static_cast<std::size_t>(static_cast<const char*>(newline) - text.data());
            const bool isLastLine = piece == Piece::Last && length + 1 >= text.size();
            if (const Status row = takeRow(text.substr(0, length), isLastLine); !row) {
                return row;
            }
            text.remove_prefix(std::min(length + 1, text.size()));
            ++m_line;
        }
        return {};
    }

    TextTable take()
    {
        if (!m_tail.empty()) {
            m_table.warnings.push_back(
                fmt::format("The table ends before line {}, what follows was left out: {}.",
                            m_tailLine,
                            m_tail));
        }
        if (m_words > 0) {
            m_table.warnings.push_back(
                m_words == 1
                    ? fmt::format("Line {} holds no numbers and was left out.", m_firstWords)
                    : fmt::format("{} lines without numbers were left out, the first is line {}.",
                                  m_words,
                                  m_firstWords));
        }
        return std::move(m_table);
    }

private:
    Status takeRow(std::string_view line, bool isLastLine)
    {
        if (m_isPlain && parsePlain(line)) {
            return takeValues();
        }
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (isCommentLine(line, m_layout.dialect)) {
            return {};
        }
        const auto fields = splitLine(line, m_layout.dialect);
        if (holdsNoNumber(fields)) {
            m_firstWords = m_words == 0 ? m_line : m_firstWords;
            ++m_words;
            return {};
        }
        const auto problem =
            fields.size() == m_row.size() ? parseFields(fields) : widthProblem(fields.size());
        if (!problem) {
            return takeValues();
        }
        if (isLastLine && m_tail.empty()) {
            m_table.warnings.push_back(fmt::format(
                "The last line ({}) is incomplete and was left out: {}.", m_line, *problem));
            return {};
        }
        if (m_tail.empty()) {
            m_tail = *problem;
            m_tailLine = m_line;
        }
        constexpr std::int64_t kLongestTail = 64;
        return m_line - m_tailLine < kLongestTail ? Status{} : tailProblem();
    }

    /// The values of a good row; there must be none below a row that was bad.
    Status takeValues()
    {
        if (!m_tail.empty()) {
            return tailProblem();
        }
        store();
        return {};
    }

    Status tailProblem() const
    {
        return fail(ErrorCode::UnknownFormat,
                    fmt::format("line {}: {}", m_tailLine, m_tail),
                    m_where,
                    "mend or remove that line");
    }

    /// Words at the end of a table, or between two of its parts.
    bool holdsNoNumber(const std::vector<std::string_view>& fields) const
    {
        return std::all_of(fields.begin(),
                           fields.end(),
                           [&](std::string_view field) {
                               const FieldKind kind = kindOf(field, m_layout.dialect);
                               return kind == FieldKind::Text || kind == FieldKind::Empty;
                           }) &&
               std::any_of(fields.begin(), fields.end(), [&](std::string_view field) {
                   return kindOf(field, m_layout.dialect) == FieldKind::Text;
               });
    }

    std::string widthProblem(std::size_t fields) const
    {
        return fields == 1
                   ? fmt::format("one column where the rows before have {}", m_row.size())
                   : fmt::format("{} columns where the rows before have {}", fields, m_row.size());
    }

    /// The quick way for rows of nothing but numbers with a decimal point.
    bool parsePlain(std::string_view line)
    {
        const char* at = line.data();
        const char* const end = at + line.size();
        const char separator = m_layout.dialect.separator;
        const auto skipBlanks = [&] {
            while (at != end && (*at == ' ' || *at == '\r' || (*at == '\t' && separator != '\t'))) {
                ++at;
            }
        };
        for (std::size_t i = 0; i < m_row.size(); ++i) {
            skipBlanks();
            if (i > 0 && separator != ' ') {
                if (at == end || *at != separator) {
                    return false;
                }
                ++at;
                skipBlanks();
            }
            const auto [behind, error] = std::from_chars(at, end, m_row[i]);
            if (error != std::errc{} || behind == at) {
                return false;
            }
            if (behind != end && *behind != separator && *behind != ' ' && *behind != '\r' &&
                *behind != '\t') {
                return false;
            }
            at = behind;
        }
        skipBlanks();
        return at == end;
    }

    std::optional<std::string> parseFields(const std::vector<std::string_view>& fields)
    {
        constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const FieldKind wanted = m_layout.columns[i].kind;
            if (wanted == FieldKind::Text || wanted == FieldKind::Empty) {
                continue;
            }
            const auto value = wanted == FieldKind::Time ? secondsIn(fields[i])
                                                         : numberIn(fields[i], m_layout.dialect);
            if (!value && kindOf(fields[i], m_layout.dialect) != FieldKind::Empty) {
                constexpr std::size_t kShown = 40;
                return fmt::format("column {} holds '{}' where a number is expected",
                                   i + 1,
                                   fields[i].substr(0, kShown));
            }
            m_row[i] = value.value_or(kMissing);
        }
        return std::nullopt;
    }

    void store()
    {
        for (std::size_t i = 0; i < m_row.size(); ++i) {
            const FieldKind kind = m_layout.columns[i].kind;
            if (kind != FieldKind::Number && kind != FieldKind::Time) {
                continue;
            }
            if (!std::isfinite(m_row[i]) && m_table.firstBadLine[i] == 0) {
                m_table.firstBadLine[i] = m_line;
            }
            m_table.columns[i].push_back(m_row[i]);
        }
    }

    const TextLayout& m_layout;
    std::string m_where;
    bool m_isPlain;
    std::int64_t m_line;
    std::int64_t m_words = 0;      ///< lines that hold no number
    std::int64_t m_firstWords = 0; ///< the first of them
    std::string m_tail; ///< what is wrong with the first row that does not fit, empty without one
    std::int64_t m_tailLine = 0;
    std::vector<double> m_row;
    TextTable m_table;
};

/// Rows to expect, from the length of the first lines; a little more rather than a second
/// allocation.
std::size_t expectedRows(std::string_view firstPiece, std::uint64_t bytes)
{
    const auto lines =
        static_cast<std::uint64_t>(std::count(firstPiece.begin(), firstPiece.end(), '\n'));
    return firstPiece.empty() ? 0
                              : static_cast<std::size_t>(bytes * (lines + 1) / firstPiece.size() +
                                                         bytes / firstPiece.size() + 16);
}

} // namespace

Result<TextTable> readTable(std::istream& file,
                            const TextLayout& layout,
                            const std::string& where,
                            const std::stop_token& stop)
{
    file.seekg(0, std::ios::end);
    const auto end = file.tellg();
    const std::uint64_t size = end < 0 ? 0 : static_cast<std::uint64_t>(end);
    file.seekg(static_cast<std::streamoff>(layout.dataOffset));
    RowParser parser{layout, where};
    std::vector<char> buffer(kReadAtOnce);
    std::size_t held = 0;
    bool isFirst = true;
    while (true) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "reading was stopped", where);
        }
        file.read(buffer.data() + held, static_cast<std::streamsize>(buffer.size() - held));
        const auto got = static_cast<std::size_t>(file.gcount());
        std::string_view text{buffer.data(), held + got};
        if (isFirst) {
            parser.reserve(expectedRows(text, size - std::min(size, layout.dataOffset)));
            isFirst = false;
        }
        const bool isLast = got == 0;
        const Status consumed =
            parser.consume(text, isLast ? RowParser::Piece::Last : RowParser::Piece::Middle);
        if (!consumed) {
            return fail(consumed.error());
        }
        if (isLast) {
            return parser.take();
        }
        held = text.size();
        std::memmove(buffer.data(), text.data(), held);
        if (held == buffer.size()) {
            if (buffer.size() >= kLongestLine) {
                return fail(ErrorCode::UnknownFormat,
                            "a line is longer than 2 MB",
                            where,
                            "export the signal as columns of numbers");
            }
            buffer.resize(buffer.size() * 2);
        }
    }
}

} // namespace spall::io
