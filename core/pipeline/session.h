// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import_choice.h"
#include "core/pipeline/analysis.h"
#include "core/pipeline/machine.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace spall::pipeline {

/// A file that a session needs: where it was, and what it held.
struct SessionFile {
    std::string path;     ///< absolute
    std::string relative; ///< from the folder of the session file; empty on another drive
    std::string sha256;
    friend bool operator==(const SessionFile&, const SessionFile&) = default;
};

/// A recording of a session without its samples.
struct SessionRecording {
    SessionFile file;
    std::string variable;                   ///< chosen in the file when it was opened; empty: none
    std::optional<io::ImportChoice> choice; ///< how it was said to be read; unset: as found
    std::string channel;                    ///< looked at
    Role role = Role::Unknown;
    std::optional<Hertz> rate; ///< stated by the user; unset: as the file or `choice` says
    std::optional<Rpm> speed;  ///< the same of the shaft
    friend bool operator==(const SessionRecording&, const SessionRecording&) = default;
};

/// Everything that an open session is, but for the samples and the weights of the model.
struct Session {
    std::vector<SessionRecording> recordings;
    std::optional<SessionFile> model;
    std::vector<io::Label> labels;
    detect::DecisionOptions decision;
    TrainSettings training;
    std::string bearing; ///< as `signal::parseBearing` takes it; empty: not said
    ReportNames names;
    int current = -1;                        ///< the recording looked at; -1: none
    std::map<std::string, std::string> view; ///< what the window wants back, by name
    friend bool operator==(const Session&, const Session&) = default;
};

inline constexpr const char* kSessionExtension = ".spallsession";

/// The session as its file holds it. Paths are also told from `folder`, where the file will lie;
/// empty: only as they are.
[[nodiscard]] nlohmann::json toJson(const Session& session, const std::filesystem::path& folder);

/// Writes JSON, atomically. errors: WriteFailed.
[[nodiscard]] Status saveSession(const std::filesystem::path& path, const Session& session);

/// A session file, or the session that the JSON of a report holds. errors: FileUnreadable,
/// UnknownFormat (not a session, or damaged), VersionMismatch.
[[nodiscard]] Result<Session> loadSession(const std::filesystem::path& path);

/// Where the file lies now: at its path, else beside the session file as it was when that was
/// saved; unset when neither is there. Does not look at the content.
[[nodiscard]] std::optional<std::filesystem::path>
whereIs(const SessionFile& file, const std::filesystem::path& sessionFolder);

} // namespace spall::pipeline
