// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/import_memory.h"

#include "core/base/file_bytes.h"
#include "core/pipeline/settings_json.h"

#include <system_error>

namespace spall::ui {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = 1UL << 20UL;

/// What is remembered; nothing where the file has been edited into something else.
json readAll(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kLargestFile);
    if (!bytes) {
        return json::object();
    }
    const auto* text = reinterpret_cast<const char*>(bytes->data());
    json all = json::parse(text, text + bytes->size(), nullptr, false);
    return all.is_object() ? all : json::object();
}

} // namespace

ImportMemory::ImportMemory(const QString& path) : m_path(path.toStdString()) {}

std::optional<io::ImportChoice> ImportMemory::find(const std::string& kind) const
{
    try {
        const json all = readAll(m_path);
        if (!all.contains(kind)) {
            return std::nullopt;
        }
        auto choice = pipeline::importChoiceFrom(all.at(kind));
        return choice ? std::optional(std::move(*choice)) : std::nullopt;
    } catch (const json::exception&) { // edited: what cannot be meant is not remembered
        return std::nullopt;
    }
}

void ImportMemory::remember(const std::string& kind, const io::ImportChoice& choice) const
{
    json all = readAll(m_path);
    all[kind] = pipeline::toJson(choice);
    std::error_code problem;
    std::filesystem::create_directories(m_path.parent_path(), problem);
    // A full disk loses a convenience, which no one need be stopped for.
    static_cast<void>(writeFileAtomically(
        m_path, all.dump(2, ' ', false, json::error_handler_t::replace) + '\n'));
}

} // namespace spall::ui
