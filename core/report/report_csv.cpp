// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_csv.h"

#include "core/base/file_bytes.h"
#include "core/base/text.h"
#include "core/report/report_json.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <initializer_list>
#include <system_error>

namespace spall::report {

using nlohmann::json;

namespace {

std::string field(const json& value)
{
    if (value.is_string()) {
        return quoted(value.get<std::string>());
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? "1" : "0";
    }
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return std::isfinite(number) ? fmt::format("{}", number) : std::string();
    }
    return value.is_number() ? value.dump() : std::string();
}

/// `value[key]`, or null where there is no such thing.
const json& at(const json& value, const char* key)
{
    static const json nothing;
    return value.is_object() && value.contains(key) ? value.at(key) : nothing;
}

std::string line(std::initializer_list<std::string> fields)
{
    std::string out;
    for (const std::string& one : fields) {
        out += (out.empty() ? "" : ",") + one;
    }
    return out + "\n";
}

} // namespace

std::string scoresCsv(const Report& report)
{
    constexpr std::array kColumns{"start", "end", "rec", "critic", "score", "alarm", "learned"};
    std::string out = "path,start,end,rec,critic,score,alarm,learned\n";
    for (const json& recording : at(report.data, "recordings")) {
        const std::string path = field(recording.at("path"));
        const json& windows = recording.at("windows");
        for (std::size_t i = 0; i < windows.at("start").size(); ++i) {
            out += path;
            for (const char* column : kColumns) {
                const json& values = windows.at(column);
                out += ',';
                if (i < values.size()) {
                    out += field(values[i]);
                }
            }
            out += "\n";
        }
    }
    return out;
}

std::string alarmsCsv(const Report& report)
{
    std::string out = "path,start,end,start_s,end_s,windows,peak_score,fault_family\n";
    for (const json& recording : at(report.data, "recordings")) {
        for (const json& event : recording.at("events")) {
            out += line({field(recording.at("path")),
                         field(event.at("start")),
                         field(event.at("end")),
                         field(event.at("start_s")),
                         field(event.at("end_s")),
                         field(event.at("windows")),
                         field(event.at("peak_score")),
                         field(at(event, "fault_family"))});
        }
    }
    return out;
}

std::string methodsCsv(const Report& report)
{
    std::string out = "method,threshold,recall,recall_low,recall_high,false_alarm_rate,"
                      "false_alarm_rate_low,false_alarm_rate_high,auroc,auprc,vus_pr\n";
    for (const json& method : at(report.data, "methods")) {
        const json& recall = method.at("recall");
        const json& falseAlarms = method.at("false_alarm_rate");
        out += line({field(method.at("name")),
                     field(method.at("threshold")),
                     field(at(recall, "value")),
                     field(at(recall, "low")),
                     field(at(recall, "high")),
                     field(at(falseAlarms, "value")),
                     field(at(falseAlarms, "low")),
                     field(at(falseAlarms, "high")),
                     field(method.at("auroc")),
                     field(method.at("auprc")),
                     field(method.at("vus_pr"))});
    }
    return out;
}

Status writeData(const std::filesystem::path& folder, const Report& report)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        return fail(ErrorCode::WriteFailed,
                    "the folder cannot be made: " + problem.message(),
                    folder.string(),
                    "choose a folder that can be written to");
    }
    if (const Status written = writeJson(folder / "report.json", report); !written) {
        return written;
    }
    const std::array<std::pair<const char*, std::string>, 3> files{{
        {"scores.csv", scoresCsv(report)},
        {"alarms.csv", alarmsCsv(report)},
        {"methods.csv", methodsCsv(report)},
    }};
    for (const auto& [name, text] : files) {
        if (const Status written = writeFileAtomically(folder / name, text); !written) {
            return written;
        }
    }
    return {};
}

} // namespace spall::report
