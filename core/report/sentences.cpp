// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sentences.h"

#include "core/report/sentences_table.h"

#include <optional>
#include <string_view>
#include <vector>

namespace spall::report {

namespace {

constexpr std::string_view kHole = "{}";

/// What stands in the holes of `pattern`, when `text` is made after it.
std::optional<std::vector<std::string_view>> holesOf(std::string_view text,
                                                     std::string_view pattern)
{
    std::vector<std::string_view> holes;
    std::size_t hole = pattern.find(kHole);
    if (text.substr(0, hole) != pattern.substr(0, hole)) {
        return std::nullopt;
    }
    if (hole == std::string_view::npos) {
        return text == pattern ? std::optional{holes} : std::nullopt;
    }
    std::size_t at = hole;
    while (hole != std::string_view::npos) {
        const std::size_t start = hole + kHole.size();
        hole = pattern.find(kHole, start);
        const bool isLast = hole == std::string_view::npos;
        const std::string_view piece = pattern.substr(start, isLast ? hole : hole - start);
        if (isLast && text.size() < at + piece.size()) {
            return std::nullopt;
        }
        const std::size_t found = isLast ? text.size() - piece.size() : text.find(piece, at);
        if (found == std::string_view::npos || text.substr(found, piece.size()) != piece) {
            return std::nullopt;
        }
        holes.push_back(text.substr(at, found - at));
        at = found + piece.size();
    }
    return holes;
}

std::optional<std::string> translated(std::string_view text, bool isPiece);

/// The pattern with its holes filled by what stood there, itself translated where it is known.
std::string filled(std::string_view pattern, const std::vector<std::string_view>& holes)
{
    std::string out;
    std::size_t at = 0;
    for (const std::string_view text : holes) {
        const std::size_t hole = pattern.find(kHole, at);
        out += pattern.substr(at, hole - at);
        out += translated(text, true).value_or(std::string(text));
        at = hole + kHole.size();
    }
    return out + std::string(pattern.substr(at));
}

std::optional<std::string> translatedBy(std::span<const Sentence> table, std::string_view text)
{
    for (const Sentence& known : table) {
        if (const auto holes = holesOf(text, known.said)) {
            return filled(known.chinese, *holes);
        }
    }
    return std::nullopt;
}

/// A hole is shorter than the text around it, so this comes to an end.
std::optional<std::string> translated(std::string_view text, bool isPiece)
{
    auto found = translatedBy(wholeSentences(), text);
    if (!found) {
        found = translatedBy(errorSentences(), text);
    }
    return !found && isPiece ? translatedBy(sentencePieces(), text) : found;
}

} // namespace

std::string sentenceIn(const Words& words, const std::string& sentence)
{
    if (words.language() == Language::English) {
        return sentence;
    }
    return translated(sentence, false).value_or(sentence);
}

} // namespace spall::report
