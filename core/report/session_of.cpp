// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/session_of.h"

#include <filesystem>
#include <system_error>

namespace spall::report {

namespace {

std::string absolutePath(const std::string& path)
{
    std::error_code problem;
    const auto absolute = std::filesystem::absolute(path, problem).lexically_normal();
    return problem ? path : absolute.string();
}

pipeline::SessionRecording recordingOf(const JudgedRecording& judged)
{
    const pipeline::ScoredRecording& scored = *judged.scored;
    const signal::Recording& recording = *scored.recording;
    const auto channel = static_cast<std::size_t>(scored.channel);
    pipeline::SessionRecording saved;
    saved.file.path = absolutePath(recording.provenance.path);
    saved.file.sha256 = recording.provenance.sha256;
    saved.role = scored.role;
    if (channel < recording.channels.size()) {
        saved.channel = recording.channels[channel].name;
    }
    if (recording.rate.source == signal::Source::Argument) { // of the file, not of the model
        saved.rate = scored.fileRate.value > 0.0 ? scored.fileRate : recording.rate.value;
    }
    if (judged.shaftSpeed && judged.shaftSpeed->source == signal::Source::Argument) {
        saved.speed = judged.shaftSpeed->value;
    }
    return saved;
}

} // namespace

pipeline::Session sessionOf(const Findings& findings)
{
    pipeline::Session session;
    for (const JudgedRecording& judged : findings.recordings) {
        session.recordings.push_back(recordingOf(judged));
    }
    if (!findings.modelPath.empty()) {
        session.model =
            pipeline::SessionFile{absolutePath(findings.modelPath), {}, findings.modelSha256};
    }
    session.labels = findings.labels;
    session.decision = findings.decision;
    session.training = findings.model->settings;
    session.bearing = findings.bearing;
    session.current = mostTelling(findings);
    return session;
}

} // namespace spall::report
