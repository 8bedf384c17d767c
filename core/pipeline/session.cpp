// SPDX-License-Identifier: GPL-3.0-or-later
// The session file (.spallsession): one JSON document that a person can read.
#include "core/pipeline/session.h"

#include "core/base/file_bytes.h"
#include "core/base/version.h"
#include "core/pipeline/settings_json.h"

#include <fmt/format.h>

#include <cmath>
#include <system_error>
#include <utility>

namespace spall::pipeline {

using nlohmann::json;

namespace {

constexpr const char* kSessionKind = "spall session";
constexpr const char* kInReport = "session"; ///< key of a report's JSON
constexpr int kSessionVersion = 1;
constexpr std::size_t kLargestFile = 64UL * 1024UL * 1024UL;

std::string relativeTo(const std::string& path, const std::filesystem::path& folder)
{
    if (folder.empty()) {
        return {};
    }
    std::error_code problem;
    const auto relative = std::filesystem::relative(path, folder, problem);
    return problem ? std::string() : relative.generic_string();
}

json toJson(const SessionFile& file, const std::filesystem::path& folder)
{
    return {
        {"path", file.path}, {"relative", relativeTo(file.path, folder)}, {"sha256", file.sha256}};
}

json toJson(const SessionRecording& recording, const std::filesystem::path& folder)
{
    json document{{"file", toJson(recording.file, folder)},
                  {"channel", recording.channel},
                  {"role", keyOf(recording.role)}};
    if (!recording.variable.empty()) {
        document["variable"] = recording.variable;
    }
    if (recording.choice) {
        document["read_as"] = pipeline::toJson(*recording.choice);
    }
    if (recording.rate) {
        document["rate_hz"] = recording.rate->value;
    }
    if (recording.speed) {
        document["speed_rpm"] = recording.speed->value;
    }
    return document;
}

json toJson(const io::Label& label)
{
    return {{"file", label.file},
            {"start", label.range.first},
            {"end", label.range.last},
            {"label", label.name}};
}

tl::unexpected<Error> damaged(const std::string& what)
{
    return fail(ErrorCode::UnknownFormat, what);
}

Result<SessionFile> fileFrom(const json& document)
{
    SessionFile file{document.at("path").get<std::string>(),
                     document.at("relative").get<std::string>(),
                     document.at("sha256").get<std::string>()};
    if (file.path.empty()) {
        return damaged("a file has no path");
    }
    return file;
}

Result<SessionRecording> recordingFrom(const json& document)
{
    auto file = fileFrom(document.at("file"));
    if (!file) {
        return fail(file.error());
    }
    SessionRecording recording;
    recording.file = std::move(*file);
    recording.variable = document.value("variable", std::string());
    recording.channel = document.at("channel").get<std::string>();
    const auto role = document.at("role").get<std::string>();
    const auto known = parseRole(role);
    if (!known) {
        return damaged(fmt::format("there is no role '{}'", role));
    }
    recording.role = *known;
    if (document.contains("read_as")) {
        auto choice = importChoiceFrom(document.at("read_as"));
        if (!choice) {
            return fail(choice.error());
        }
        recording.choice = std::move(*choice);
    }
    if (document.contains("rate_hz")) {
        const auto rate = document.at("rate_hz").get<double>();
        if (!std::isfinite(rate) || rate <= 0.0) {
            return damaged("a rate is not above zero");
        }
        recording.rate = Hertz{rate};
    }
    if (document.contains("speed_rpm")) {
        const auto speed = document.at("speed_rpm").get<double>();
        if (!std::isfinite(speed) || speed <= 0.0) {
            return damaged("a shaft speed is not above zero");
        }
        recording.speed = Rpm{speed};
    }
    return recording;
}

Result<io::Label> labelFrom(const json& document)
{
    io::Label label{
        document.at("file").get<std::string>(),
        {document.at("start").get<SampleIndex>(), document.at("end").get<SampleIndex>()},
        document.at("label").get<std::string>()};
    if (label.range.first < 0 || label.range.last < label.range.first) {
        return damaged("a label ends before it starts, or starts before 0");
    }
    return label;
}

/// Each element of an array, or the first failure.
template <typename T>
Result<std::vector<T>> listFrom(const json& document, Result<T> (*read)(const json&))
{
    std::vector<T> list;
    for (const json& element : document) {
        Result<T> value = read(element);
        if (!value) {
            return fail(value.error());
        }
        list.push_back(std::move(*value));
    }
    return list;
}

Result<Session> sessionFrom(const json& document)
{
    auto recordings = listFrom<SessionRecording>(document.at("recordings"), recordingFrom);
    auto labels = listFrom<io::Label>(document.at("labels"), labelFrom);
    auto decision = decisionFrom(document.at("decision"));
    auto training = settingsFrom(document.at("training"));
    auto model = document.contains("model") ? fileFrom(document.at("model"))
                                            : Result<SessionFile>(SessionFile{});
    for (const Error* error : {recordings ? nullptr : &recordings.error(),
                               labels ? nullptr : &labels.error(),
                               decision ? nullptr : &decision.error(),
                               training ? nullptr : &training.error(),
                               model ? nullptr : &model.error()}) {
        if (error != nullptr) {
            return fail(*error);
        }
    }
    Session session;
    session.recordings = std::move(*recordings);
    session.labels = std::move(*labels);
    session.decision = *decision;
    session.training = std::move(*training);
    if (document.contains("model")) {
        session.model = std::move(*model);
    }
    session.bearing = document.value("bearing", std::string());
    session.names = {document.value("title", std::string()),
                     document.value("machine", std::string())};
    session.current = document.at("current").get<int>();
    session.view = document.at("view").get<std::map<std::string, std::string>>();
    if (session.current < -1 || session.current >= static_cast<int>(session.recordings.size())) {
        return damaged("the current recording is none of those listed");
    }
    return session;
}

tl::unexpected<Error> refuse(const Error& error, const std::filesystem::path& path)
{
    return fail(error.code,
                "the session file is damaged: " + error.what,
                path.string(),
                "open its recordings and its model by themselves");
}

/// What may be wrong before any of the content is looked at.
Status checkHeading(const json& document, const std::filesystem::path& path)
{
    if (!document.is_object() || document.value("kind", std::string()) != kSessionKind) {
        return fail(ErrorCode::UnknownFormat, "this is not a session", path.string());
    }
    if (const int version = document.at("version").get<int>(); version != kSessionVersion) {
        return fail(
            ErrorCode::VersionMismatch,
            fmt::format("session version {}, this program reads {}", version, kSessionVersion),
            path.string(),
            "open it with the program that wrote it");
    }
    return {};
}

} // namespace

json toJson(const Session& session, const std::filesystem::path& folder)
{
    json document{{"kind", kSessionKind},
                  {"version", kSessionVersion},
                  {"program", version()},
                  {"recordings", json::array()},
                  {"labels", json::array()},
                  {"decision", toJson(session.decision)},
                  {"training", toJson(session.training)},
                  {"current", session.current},
                  {"view", session.view}};
    for (const SessionRecording& recording : session.recordings) {
        document["recordings"].push_back(toJson(recording, folder));
    }
    for (const io::Label& label : session.labels) {
        document["labels"].push_back(toJson(label));
    }
    if (!session.bearing.empty()) {
        document["bearing"] = session.bearing;
    }
    for (const auto& [key, name] :
         {std::pair{"title", session.names.title}, {"machine", session.names.machine}}) {
        if (!name.empty()) {
            document[key] = name;
        }
    }
    if (session.model) {
        document["model"] = toJson(*session.model, folder);
    }
    return document;
}

Status saveSession(const std::filesystem::path& path, const Session& session)
{
    std::error_code problem;
    const auto folder = std::filesystem::absolute(path, problem).parent_path();
    // A name that is not UTF-8 must not keep the rest from being saved.
    return writeFileAtomically(
        path, toJson(session, folder).dump(2, ' ', false, json::error_handler_t::replace) + '\n');
}

Result<Session> loadSession(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kLargestFile);
    if (!bytes) {
        return fail(bytes.error());
    }
    try {
        const auto* text = reinterpret_cast<const char*>(bytes->data());
        json document = json::parse(text, text + bytes->size());
        if (document.is_object() && document.contains(kInReport)) {
            document = json(document.at(kInReport));
        }
        if (auto status = checkHeading(document, path); !status) {
            return fail(status.error());
        }
        auto session = sessionFrom(document);
        if (!session) {
            return refuse(session.error(), path);
        }
        return session;
    } catch (const std::exception&) { // no JSON, or a key that is missing or of another kind
        return refuse(
            {ErrorCode::UnknownFormat, "something in it is missing or unreadable", {}, {}}, path);
    }
}

std::optional<std::filesystem::path> whereIs(const SessionFile& file,
                                             const std::filesystem::path& sessionFolder)
{
    std::error_code problem;
    if (std::filesystem::exists(file.path, problem)) {
        return file.path;
    }
    const auto beside = sessionFolder / file.relative;
    if (!file.relative.empty() && std::filesystem::exists(beside, problem)) {
        return std::filesystem::weakly_canonical(beside, problem);
    }
    return std::nullopt;
}

} // namespace spall::pipeline
