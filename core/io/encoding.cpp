// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/encoding.h"

#include <algorithm>
#include <cstdint>

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

} // namespace

std::string asUtf8(std::string_view text)
{
    std::string result;
    if (isUtf8(text)) {
        result = text;
    } else {
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
    const bool isUtf16 = head.starts_with(kLittleMark) || head.starts_with(kBigMark);
    return isUtf16 ||
           (head.find('\r') != std::string_view::npos &&
            head.find('\n') == std::string_view::npos && head.find('\r') + 1 < head.size());
}

std::string transcoded(std::string bytes)
{
    const bool isBig = bytes.starts_with(kBigMark);
    if (isBig || bytes.starts_with(kLittleMark)) {
        std::string text;
        text.reserve(bytes.size() / 2);
        for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
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
