// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_rows.h"

#include "core/io/text_fields.h"
#include "core/io/text_headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace spall::io {
namespace {

constexpr std::size_t kMostRows = 16;
constexpr std::size_t kFewestNumbers = 64;
constexpr std::size_t kMostBytes = 1UL << 28U;

/// The lines of a text of very few; empty for others.
std::vector<std::string> fewLines(std::istream& file)
{
    std::vector<std::string> lines;
    std::string line;
    std::size_t bytes = 0;
    while (std::getline(file, line)) {
        bytes += line.size();
        if (isCommentLine(line)) {
            continue;
        }
        if (lines.size() == kMostRows || bytes > kMostBytes) {
            return {};
        }
        // Brackets around a list are blanks to the numbers in it.
        std::replace_if(
            line.begin(), line.end(), [](char c) { return c == '[' || c == ']'; }, ' ');
        lines.push_back(std::move(line));
        line.clear();
    }
    return lines;
}

std::size_t numbersIn(const std::vector<std::string_view>& fields, const TextDialect& dialect)
{
    return static_cast<std::size_t>(std::count_if(
        fields.begin(), fields.end(), [&](auto field) { return numberIn(field, dialect); }));
}

/// The dialect in which the beginning of a line holds the most numbers.
TextDialect dialectOf(std::string_view line)
{
    constexpr std::array<TextDialect, 7> kDialects{{{'\t', false},
                                                    {';', false},
                                                    {',', false},
                                                    {' ', false},
                                                    {'\t', true},
                                                    {';', true},
                                                    {' ', true}}};
    constexpr std::size_t kLookedAt = 4096;
    TextDialect best;
    std::size_t most = 0;
    for (const TextDialect& dialect : kDialects) {
        const auto numbers = numbersIn(splitLine(line.substr(0, kLookedAt), dialect), dialect);
        if (numbers > most) {
            best = dialect;
            most = numbers;
        }
    }
    return best;
}

/// Takes the next field off a line without keeping the others: a row may hold millions.
std::string_view takeField(std::string_view& line, char separator)
{
    const auto end = std::min(separator == ' ' ? line.find_first_of(" \t\r") : line.find(separator),
                              line.size());
    const std::string_view field = trimmedField(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
    if (separator == ' ') {
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    }
    return field;
}

/// One row; nothing when it is not one name at most and then numbers, or always the same one.
std::optional<FoundVector> vectorOf(std::string_view line, const TextDialect& dialect)
{
    const auto end = line.find_last_not_of(" \t\r") + 1; // a list may end with its separator
    const auto first = std::min(line.find_first_not_of(" \t"), end);
    line = line.substr(first, end - first);
    line.remove_suffix(!line.empty() && line.back() == dialect.separator ? 1 : 0);
    FoundVector vector;
    std::string_view rest = line;
    const std::string_view name = takeField(rest, dialect.separator);
    if (kindOf(name, dialect) == FieldKind::Text) {
        const TextColumn heading = parseHeading(name);
        vector.name = heading.name;
        vector.unit = heading.unit;
        line = rest;
    }
    vector.samples.reserve(
        static_cast<std::size_t>(std::count(line.begin(), line.end(), dialect.separator)) + 1);
    bool isConstant = true;
    while (!line.empty()) {
        const auto value = numberIn(takeField(line, dialect.separator), dialect);
        if (!value) {
            return std::nullopt;
        }
        vector.samples.push_back(*value);
        isConstant = isConstant && *value == vector.samples.front();
    }
    const bool isSignal = vector.samples.size() >= kFewestNumbers && !isConstant;
    return isSignal ? std::optional{std::move(vector)} : std::nullopt;
}

} // namespace

std::optional<FileContents> readSignalRows(std::istream& file)
{
    const std::vector<std::string> lines = fewLines(file);
    file.clear();
    file.seekg(0);
    FileContents contents;
    contents.format = "text, signals in rows";
    for (const std::string& line : lines) {
        const std::string_view text =
            line.starts_with("\xEF\xBB\xBF") ? std::string_view{line}.substr(3) : line;
        auto vector = vectorOf(text, dialectOf(text));
        const bool isAlike =
            vector && (contents.vectors.empty() ||
                       vector->samples.size() == contents.vectors.front().samples.size());
        if (!isAlike) {
            return std::nullopt;
        }
        if (vector->name.empty()) {
            vector->name =
                lines.size() == 1 ? "signal" : fmt::format("row {}", contents.vectors.size() + 1);
        }
        contents.vectors.push_back(std::move(*vector));
    }
    return lines.empty() ? std::nullopt : std::optional{std::move(contents)};
}

} // namespace spall::io
