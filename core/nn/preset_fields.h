// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/preset.h"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace spall::nn {

/// The words that stand for the values of an enumeration in a preset, in the order of the values.
using Words = std::initializer_list<const char*>;

/// Writes the fields of a preset into a JSON object.
class FieldWriter {
public:
    void number(const char* key, double& value, double low, double high);
    void number(const char* key, int& value, int low, int high);
    void numbers(const char* key, std::vector<int>& values, std::size_t fewest);
    void text(const char* key, std::string& value);

    template <typename Enum> void word(const char* key, Enum& value, Words words)
    {
        m_json[key] = *(words.begin() + static_cast<std::ptrdiff_t>(value));
    }
    template <typename Part, typename Describe>
    void part(const char* key, Part& value, Describe describe)
    {
        FieldWriter inner;
        describe(inner, value);
        m_json[key] = std::move(inner.m_json);
    }

    [[nodiscard]] nlohmann::json take() { return std::move(m_json); }

private:
    nlohmann::json m_json = nlohmann::json::object();
};

/// Reads the same fields and keeps the first thing that is wrong.
class FieldReader {
public:
    FieldReader(const nlohmann::json& json, std::string path);

    void number(const char* key, double& value, double low, double high);
    void number(const char* key, int& value, int low, int high);
    void numbers(const char* key, std::vector<int>& values, std::size_t fewest);
    void text(const char* key, std::string& value);

    template <typename Enum> void word(const char* key, Enum& value, Words words)
    {
        if (const auto index = wordIndex(key, words)) {
            value = static_cast<Enum>(*index);
        }
    }
    template <typename Part, typename Describe>
    void part(const char* key, Part& value, Describe describe)
    {
        if (const nlohmann::json* inner = find(key)) {
            FieldReader reader{*inner, pathOf(key) + "."};
            describe(reader, value);
            if (auto wrong = reader.finish(); wrong && !m_wrong) {
                m_wrong = std::move(wrong);
            }
        }
    }

    /// The first error, a key that nobody asked for included.
    [[nodiscard]] std::optional<Error> finish();

private:
    [[nodiscard]] const nlohmann::json* find(const char* key);
    [[nodiscard]] std::optional<std::size_t> wordIndex(const char* key, Words words);
    [[nodiscard]] std::string pathOf(const std::string& key) const { return m_path + key; }
    void refuse(const std::string& key, const std::string& need);

    const nlohmann::json& m_json;
    std::string m_path;
    std::set<std::string> m_known;
    std::optional<Error> m_wrong;
};

} // namespace spall::nn
