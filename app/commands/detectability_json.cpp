// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/detectability_json.h"

#include "core/base/file_bytes.h"

#include <nlohmann/json.hpp>

namespace spall::app {
namespace {

using nlohmann::json;

constexpr std::size_t kLargest = 64U << 20U;

/// `value[key]` as a number; 0 where there is none.
double numberAt(const json& value, const char* key)
{
    const auto found = value.is_object() ? value.find(key) : value.end();
    return found != value.end() && found->is_number() ? found->get<double>() : 0.0;
}

const json& listAt(const json& value, const char* key)
{
    static const json nothing = json::array();
    const auto found = value.is_object() ? value.find(key) : value.end();
    return value.is_object() && found != value.end() && found->is_array() ? *found : nothing;
}

pipeline::DetectabilityResult methodFrom(const json& method)
{
    pipeline::DetectabilityResult result;
    const auto name = method.is_object() ? method.find("name") : method.end();
    if (method.is_object() && name != method.end() && name->is_string()) {
        result.name = name->get<std::string>();
    }
    for (const json& level : listAt(method, "levels")) {
        pipeline::LevelResult one;
        one.level = Decibel{numberAt(level, "level_db")};
        one.auroc = numberAt(level, "auroc");
        one.recall = numberAt(level, "recall");
        one.recallMin = numberAt(level, "recall_min");
        for (const json& recall : listAt(level, "per_fault")) {
            one.perFault.push_back(recall.is_number() ? recall.get<double>() : 0.0);
        }
        result.levels.push_back(std::move(one));
    }
    return result;
}

} // namespace

Result<report::DetectabilityGrid> readDetectability(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kLargest);
    if (!bytes) {
        return fail(bytes.error());
    }
    const auto* first = reinterpret_cast<const char*>(bytes->data());
    const json document = json::parse(first, first + bytes->size(), nullptr, false);
    report::DetectabilityGrid grid;
    grid.falseAlarmRate = numberAt(document, "far");
    for (const json& method : listAt(document, "methods")) {
        grid.methods.push_back(methodFrom(method));
        if (grid.methods.back().levels.size() != grid.methods.front().levels.size()) {
            grid.methods.clear();
            break;
        }
    }
    if (grid.methods.empty() || grid.methods.front().levels.empty()) {
        return fail(ErrorCode::UnknownFormat,
                    "this holds no planted-fault grid",
                    path.string(),
                    "write one with spall detectability … --json > FILE");
    }
    return grid;
}

} // namespace spall::app
