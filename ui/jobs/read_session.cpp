// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/read_session.h"

#include "core/base/file_bytes.h"
#include "ui/document/session_content.h"
#include "ui/jobs/opened_recording.h"

#include <filesystem>

namespace spall::ui {

namespace {

/// Reads a recording as the session says: rate, scale, channel, role, speed. errors: of
/// `openRecording`.
Result<Opened> openAsSaved(const pipeline::SessionRecording& saved,
                           const std::filesystem::path& at,
                           const pipeline::Observer& observer)
{
    io::InputSpec spec;
    spec.path = at;
    spec.variable = saved.variable;
    spec.rate = saved.rate;
    io::ReadOptions options;
    options.choose = [&saved](const std::string&) {
        return saved.choice;
    };
    auto opened = openRecording(spec, options, observer);
    if (!opened) {
        return opened;
    }
    opened->input.role = saved.role;
    const int channel = channelNamed(*opened->input.recording, saved.channel);
    if (channel == opened->input.channel) {
        return opened;
    }
    opened->input.channel = channel;
    Opened other = prepare(std::move(opened->input));
    other.variable = opened->variable;
    other.choice = opened->choice;
    return other;
}

Entry entryAsSaved(const pipeline::SessionRecording& saved, const Opened& opened)
{
    Entry entry = entryOf(opened);
    entry.statedSpeed = saved.speed;
    return entry;
}

Status readRecordings(SessionContent& content,
                      const std::filesystem::path& folder,
                      const pipeline::Observer& observer)
{
    DocumentContent& document = content.document;
    const auto& recordings = content.session.recordings;
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        tell(observer.progress,
             {Stage::Read,
              static_cast<std::int64_t>(i),
              static_cast<std::int64_t>(recordings.size()),
              {}});
        const pipeline::SessionRecording& saved = recordings[i];
        const auto at = pipeline::whereIs(saved.file, folder);
        if (!at) {
            content.missing.push_back({saved.file, MissingFile::Why::Gone, saved});
            continue;
        }
        const auto opened = openAsSaved(saved, *at, observer);
        if (!opened && opened.error().code == ErrorCode::Cancelled) {
            return fail(opened.error());
        }
        if (!opened || opened->input.recording->provenance.sha256 != saved.file.sha256) {
            const auto why = opened ? MissingFile::Why::Changed : MissingFile::Why::Unreadable;
            content.missing.push_back({saved.file, why, saved});
            continue;
        }
        if (static_cast<int>(i) == content.session.current) {
            document.current = static_cast<int>(document.entries.size());
        }
        document.entries.push_back(entryAsSaved(saved, *opened));
    }
    return {};
}

void readModel(SessionContent& content, const std::filesystem::path& folder)
{
    const pipeline::SessionFile& file = *content.session.model;
    const auto at = pipeline::whereIs(file, folder);
    const auto hash = at ? sha256OfFile(*at) : Result<std::string>(std::string());
    if (!at || !hash || *hash != file.sha256) {
        const auto why = at ? MissingFile::Why::Changed : MissingFile::Why::Gone;
        content.missing.push_back({file, why, std::nullopt});
        return;
    }
    auto model = pipeline::loadModel(*at);
    if (!model) {
        content.missing.push_back({file, MissingFile::Why::Unreadable, std::nullopt});
        return;
    }
    content.document.model = std::move(*model);
    content.document.modelPath = QString::fromStdString(at->string());
}

/// The missing recordings that lie in a file, several where a file holds several: those of its
/// content, else those of its name.
std::vector<pipeline::SessionRecording> missedIn(const std::filesystem::path& file,
                                                 const std::vector<MissingFile>& missing)
{
    const auto hash = sha256OfFile(file);
    std::vector<pipeline::SessionRecording> byContent;
    std::vector<pipeline::SessionRecording> byName;
    for (const MissingFile& each : missing) {
        if (!each.recording) {
            continue;
        }
        if (hash && *hash == each.file.sha256) {
            byContent.push_back(*each.recording);
        } else if (std::filesystem::path(each.file.path).filename() == file.filename()) {
            byName.push_back(*each.recording);
        }
    }
    return byContent.empty() ? byName : byContent;
}

} // namespace

Result<SessionContent> readSession(const std::string& path, const pipeline::Observer& observer)
{
    auto session = pipeline::loadSession(path);
    if (!session) {
        return fail(session.error());
    }
    SessionContent content;
    content.session = std::move(*session);
    const auto folder = std::filesystem::path(path).parent_path();
    if (const auto read = readRecordings(content, folder, observer); !read) {
        return fail(read.error());
    }
    if (content.session.model) {
        readModel(content, folder);
    }
    DocumentContent& document = content.document;
    if (document.current < 0 && !document.entries.empty()) {
        document.current = 0;
    }
    document.decision = content.session.decision;
    document.training = content.session.training;
    document.labels = content.session.labels;
    document.names = content.session.names;
    if (auto bearing = signal::parseBearing(content.session.bearing)) {
        document.bearing = std::move(*bearing);
    }
    return content;
}

Result<FoundFiles> readFound(const QStringList& files,
                             const std::vector<MissingFile>& missing,
                             const pipeline::Observer& observer)
{
    FoundFiles found;
    for (const QString& file : files) {
        if (file.endsWith(QLatin1String(".spall"), Qt::CaseInsensitive)) {
            auto model = pipeline::loadModel(file.toStdString());
            if (!model) {
                return fail(model.error());
            }
            found.model = *model;
            found.modelPath = file;
            continue;
        }
        for (const auto& wanted : missedIn(file.toStdString(), missing)) {
            const auto opened = openAsSaved(wanted, file.toStdString(), observer);
            if (!opened) {
                return fail(opened.error());
            }
            found.recordings.push_back({wanted, entryAsSaved(wanted, *opened)});
        }
    }
    return found;
}

} // namespace spall::ui
