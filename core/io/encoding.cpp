// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/encoding.h"

#include <algorithm>
#include <cstdint>
#include <iconv.h>

namespace spall::io {
namespace {

constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

unsigned byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// Bytes of the UTF-8 character at `at`; 0 when there is none.
std::size_t characterBytes(std::string_view text, std::size_t at)
{
    const unsigned first = byteAt(text, at);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t bytes = first >= 0xC2 && first < 0xE0   ? 2
                              : first >= 0xE0 && first < 0xF0 ? 3
                              : first >= 0xF0 && first < 0xF5 ? 4
                                                              : 0;
    if (bytes == 0 || at + bytes > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byteAt(text, at + i) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const unsigned second = byteAt(text, at + 1);
    const bool isOverlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool isSurrogate = first == 0xED && second > 0x9F;
    const bool isTooLarge = first == 0xF4 && second > 0x8F;
    return isOverlong || isSurrogate || isTooLarge ? 0 : bytes;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = characterBytes(text, at);
        if (bytes == 0) {
            return false;
        }
        at += bytes;
    }
    return true;
}

void append(std::uint32_t code, std::string& text)
{
    const auto last = [](std::uint32_t bits) {
        return static_cast<char>(0x80U | (bits & 0x3FU));
    };
    if (code < 0x80) {
        text.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        text.push_back(static_cast<char>(0xC0U | (code >> 6U)));
        text.push_back(last(code));
    } else {
        text.push_back(static_cast<char>(0xE0U | (code >> 12U)));
        text.push_back(last(code >> 6U));
        text.push_back(last(code));
    }
}

/// Chinese in the code of older Windows: bytes above 160 in pairs, and at least two of them beside
/// each other, which no word in Latin-1 has.
bool isGbk(std::string_view text)
{
    constexpr unsigned kFirst = 0xA1;
    constexpr unsigned kLastLead = 0xF7;
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t run = 0;
        while (at + run < text.size() && byteAt(text, at + run) >= kFirst) {
            const bool isLead = run % 2 == 0;
            if (isLead && byteAt(text, at + run) > kLastLead) {
                return false;
            }
            ++run;
        }
        if (run % 2 != 0) {
            return false;
        }
        longest = std::max(longest, run);
        at += run;
    }
    constexpr std::size_t kFewestBytes = 4;
    return longest >= kFewestBytes;
}

/// GBK as UTF-8; empty when this system cannot.
std::string fromGbk(std::string_view text)
{
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (reinterpret_cast<std::intptr_t>(converter) == -1) {
        return {};
    }
    std::string from{text};
    constexpr std::size_t kMostBytes = 4; // of one character
    std::string result(kMostBytes * text.size(), '\0');
    char* in = from.data();
    char* out = result.data();
    std::size_t left = from.size();
    std::size_t room = result.size();
    const bool isDone = iconv(converter, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    result.resize(isDone ? result.size() - room : 0);
    return result;
}

/// Without a mark, every other byte of European letters and digits in UTF-16 is zero. True for the
/// given place of the zeros, 0 (big end first) or 1.
bool hasZerosAt(std::string_view text, std::size_t place)
{
    constexpr std::size_t kLooked = 512;
    constexpr std::size_t kFewest = 8;
    const std::size_t count = std::min(kLooked, text.size() / 2);
    std::size_t zeros = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const char other = text[2 * i + 1 - place];
        const bool isLetter = other == '\t' || other == '\n' || other == '\r' || other >= ' ';
        zeros += text[2 * i + place] == '\0' && isLetter ? 1 : 0;
    }
    return count >= kFewest && zeros * 20 >= count * 19;
}

} // namespace

std::string asUtf8(std::string_view text)
{
    std::string result;
    if (isUtf8(text)) {
        result = text;
    } else if (isGbk(text)) {
        result = fromGbk(text);
    }
    if (result.empty()) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            append(byteAt(text, at), result);
        }
    }
    std::replace_if(
        result.begin(), result.end(), [](char c) { return (c >= 0 && c < 32) || c == 127; }, ' ');
    return result;
}

bool needsTranscoding(std::string_view head)
{
    const bool isUtf16 = head.starts_with(kLittleMark) || head.starts_with(kBigMark) ||
                         hasZerosAt(head, 0) || hasZerosAt(head, 1);
    return isUtf16 ||
           (head.find('\r') != std::string_view::npos &&
            head.find('\n') == std::string_view::npos && head.find('\r') + 1 < head.size());
}

std::string transcoded(std::string bytes)
{
    const bool isMarked = bytes.starts_with(kBigMark) || bytes.starts_with(kLittleMark);
    const bool isBig = isMarked ? bytes.starts_with(kBigMark) : hasZerosAt(bytes, 0);
    if (isMarked || isBig || hasZerosAt(bytes, 1)) {
        std::string text;
        text.reserve(bytes.size() / 2);
        for (std::size_t at = isMarked ? 2 : 0; at + 1 < bytes.size(); at += 2) {
            const unsigned high = byteAt(bytes, isBig ? at : at + 1);
            const unsigned low = byteAt(bytes, isBig ? at + 1 : at);
            const std::uint32_t code = (high << 8U) | low;
            // Characters outside the first plane stand in no table of numbers.
            append(code >= 0xD800 && code < 0xE000 ? '?' : code, text);
        }
        bytes = std::move(text);
    }
    if (bytes.find('\n') == std::string::npos) {
        std::replace(bytes.begin(), bytes.end(), '\r', '\n');
    }
    return bytes;
}

} // namespace spall::io
