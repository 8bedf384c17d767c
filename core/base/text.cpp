// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

namespace spall {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string quoted(const std::string& text)
{
    const bool needsQuotes = text.find_first_of(",\"\r\n") != std::string::npos ||
                             (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!needsQuotes) {
        return text;
    }
    std::string inside = "\"";
    for (const char c : text) {
        inside += c;
        if (c == '"') {
            inside += '"';
        }
    }
    return inside + '"';
}

} // namespace spall
