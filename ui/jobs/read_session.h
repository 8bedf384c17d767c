// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/session.h"
#include "ui/document/document.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace spall::ui {

/// A file of the session that is not where it was.
struct MissingFile {
    enum class Why { Gone, Changed, Unreadable };
    pipeline::SessionFile file;
    Why why = Why::Gone;
    std::optional<pipeline::SessionRecording> recording; ///< unset: it is the model
};

/// A session with what it needs, as far as that was found.
struct SessionContent {
    pipeline::Session session;
    DocumentContent document;
    std::vector<MissingFile> missing;
};

/// Reads a session file, its recordings and its model, each found by path and content. Takes its
/// time: for the worker thread. errors: of `pipeline::loadSession`, Cancelled.
[[nodiscard]] Result<SessionContent> readSession(const std::string& path,
                                                 const pipeline::Observer& observer);

/// A recording that a session misses, read as the session says.
struct FoundRecording {
    pipeline::SessionRecording wanted;
    Entry entry;
};

/// What lay in files that were named for missing ones.
struct FoundFiles {
    std::vector<FoundRecording> recordings;
    pipeline::ModelPtr model;
    QString modelPath;
};

/// Reads of `files` what is missing: recordings by content, else by name; any model. Other files
/// are passed over. errors: of reading one that is missed, Cancelled.
[[nodiscard]] Result<FoundFiles> readFound(const QStringList& files,
                                           const std::vector<MissingFile>& missing,
                                           const pipeline::Observer& observer);

} // namespace spall::ui
