// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/phrases.h"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace spall::report {

/// Language of a report.
enum class Language { English, Chinese };

/// "en" or "zh". errors: Usage.
[[nodiscard]] Result<Language> parseLanguage(std::string_view code);

/// "en" or "zh": what `parseLanguage` reads, and the language tag of the PDF and the HTML.
[[nodiscard]] std::string_view codeOf(Language language);

/// One text of a language.
struct Wording {
    Phrase phrase;
    std::string_view text; ///< {0}, {1} … are filled in; no other braces
};

/// The table of a language: every phrase once, in the order of `Phrase`.
[[nodiscard]] std::span<const Wording> wordings(Language language);

/// The texts of one language.
class Words {
public:
    Words() = default;
    explicit Words(Language language) : m_language(language) {}

    [[nodiscard]] Language language() const { return m_language; }

    /// A phrase with its holes filled, in the order in which they are numbered.
    [[nodiscard]] std::string operator()(Phrase phrase,
                                         std::initializer_list<std::string_view> parts = {}) const;

    /// "1 window", "230 windows": the number with the word that goes with it.
    [[nodiscard]] std::string recordings(std::int64_t number) const;
    [[nodiscard]] std::string windows(std::int64_t number) const;
    [[nodiscard]] std::string events(std::int64_t number) const;

private:
    Language m_language = Language::English;
};

} // namespace spall::report
