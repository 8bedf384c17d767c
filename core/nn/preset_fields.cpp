// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/preset_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace spall::nn {
namespace {

constexpr int kLargestWidth = 8192;

} // namespace

void FieldWriter::number(const char* key, double& value, double /*low*/, double /*high*/)
{
    m_json[key] = value;
}

void FieldWriter::number(const char* key, int& value, int /*low*/, int /*high*/)
{
    m_json[key] = value;
}

void FieldWriter::numbers(const char* key, std::vector<int>& values, std::size_t /*fewest*/)
{
    m_json[key] = values;
}

void FieldWriter::text(const char* key, std::string& value)
{
    m_json[key] = value;
}

FieldReader::FieldReader(const nlohmann::json& json, std::string path)
    : m_json{json}, m_path{std::move(path)}
{
    if (!json.is_object()) {
        m_wrong = Error{ErrorCode::Usage,
                        "a preset must be a JSON object with named values",
                        m_path.empty() ? "preset" : m_path,
                        "write its values with their names between { and }"};
    }
}

const nlohmann::json* FieldReader::find(const char* key)
{
    m_known.insert(key);
    if (!m_json.is_object()) {
        return nullptr;
    }
    const auto found = m_json.find(key);
    return found == m_json.end() ? nullptr : &*found;
}

void FieldReader::refuse(const std::string& key, const std::string& need)
{
    if (!m_wrong) {
        m_wrong = Error{ErrorCode::Usage,
                        fmt::format("the preset's value of '{}' is not possible: {}",
                                    pathOf(key),
                                    m_json.at(key).dump()),
                        "preset",
                        "it must be " + need};
    }
}

void FieldReader::number(const char* key, double& value, double low, double high)
{
    const nlohmann::json* found = find(key);
    if (found == nullptr) {
        return;
    }
    if (!found->is_number() || found->get<double>() < low || found->get<double>() > high) {
        refuse(key, fmt::format("a number from {} to {}", low, high));
        return;
    }
    value = found->get<double>();
}

void FieldReader::number(const char* key, int& value, int low, int high)
{
    const nlohmann::json* found = find(key);
    if (found == nullptr) {
        return;
    }
    if (!found->is_number_integer() || found->get<double>() < low || found->get<double>() > high) {
        refuse(key, fmt::format("a whole number from {} to {}", low, high));
        return;
    }
    value = found->get<int>();
}

void FieldReader::numbers(const char* key, std::vector<int>& values, std::size_t fewest)
{
    const nlohmann::json* found = find(key);
    if (found == nullptr) {
        return;
    }
    bool good = found->is_array() && found->size() >= fewest && found->size() <= 8;
    std::vector<int> read;
    for (std::size_t i = 0; good && i < found->size(); ++i) {
        const auto& entry = (*found)[i];
        good = entry.is_number_integer() && entry.get<double>() >= 1 &&
               entry.get<double>() <= kLargestWidth;
        read.push_back(good ? entry.get<int>() : 0);
    }
    if (!good) {
        refuse(key,
               fmt::format("a list of {} to 8 whole numbers from 1 to {}", fewest, kLargestWidth));
        return;
    }
    values = std::move(read);
}

void FieldReader::text(const char* key, std::string& value)
{
    const nlohmann::json* found = find(key);
    if (found == nullptr) {
        return;
    }
    if (!found->is_string()) {
        refuse(key, "a text");
        return;
    }
    value = found->get<std::string>();
}

std::optional<std::size_t> FieldReader::wordIndex(const char* key, Words words)
{
    const nlohmann::json* found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    std::size_t index = 0;
    for (const char* word : words) {
        if (found->is_string() && found->get_ref<const std::string&>() == word) {
            return index;
        }
        ++index;
    }
    refuse(key, fmt::format("one of {}", fmt::join(words, ", ")));
    return std::nullopt;
}

std::optional<Error> FieldReader::finish()
{
    if (m_wrong || !m_json.is_object()) {
        return m_wrong;
    }
    for (const auto& item : m_json.items()) {
        if (!m_known.contains(item.key())) {
            return Error{ErrorCode::Usage,
                         fmt::format("the preset has an unknown key '{}'", pathOf(item.key())),
                         "preset",
                         fmt::format("known here: {}", fmt::join(m_known, ", "))};
        }
    }
    return std::nullopt;
}

} // namespace spall::nn
