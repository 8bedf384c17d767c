// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"

#include "core/report/number_text.h"
#include "core/report/words_tables.h"

namespace spall::report {

namespace {

/// `pattern` with "{0}", "{1}" … replaced by the parts; a hole without a part stays empty.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> parts)
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool isHole = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        if (!isHole) {
            out += pattern[at];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
        out += index < parts.size() ? *(parts.begin() + index) : std::string_view();
        at += 2;
    }
    return out;
}

} // namespace

Result<Language> parseLanguage(std::string_view code)
{
    for (const Language language : {Language::English, Language::Chinese}) {
        if (code == codeOf(language)) {
            return language;
        }
    }
    return fail(ErrorCode::Usage,
                "there is no report in the language '" + std::string(code) + "'",
                "--language",
                "use en or zh");
}

std::string_view codeOf(Language language)
{
    return language == Language::Chinese ? "zh" : "en";
}

std::span<const Wording> wordings(Language language)
{
    return language == Language::Chinese ? chineseWordings() : englishWordings();
}

std::string Words::operator()(Phrase phrase, std::initializer_list<std::string_view> parts) const
{
    return filled(wordings(m_language)[static_cast<std::size_t>(phrase)].text, parts);
}

std::string Words::recordings(std::int64_t number) const
{
    return (*this)(number == 1 ? Phrase::Recording : Phrase::Recordings, {count(number)});
}

std::string Words::windows(std::int64_t number) const
{
    return (*this)(number == 1 ? Phrase::Window : Phrase::Windows, {count(number)});
}

std::string Words::events(std::int64_t number) const
{
    return (*this)(number == 1 ? Phrase::Event : Phrase::Events, {count(number)});
}

} // namespace spall::report
