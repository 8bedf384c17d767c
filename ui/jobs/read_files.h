// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/import_memory.h"
#include "ui/jobs/opened_recording.h"

#include <QStringList>

#include <vector>

namespace spall::ui {

/// What became of one file of several.
struct ReadFile {
    QString path;
    Result<Opened> opened = fail(ErrorCode::Cancelled, "reading was stopped");
};

/// Reads files, written as `FILE[::VARIABLE][@HZ]`, side by side, a few at a time, as was chosen
/// for others of their kind; progress tells how many are done. For the worker thread.
[[nodiscard]] std::vector<ReadFile>
readFiles(const QStringList& paths, const ImportMemory& memory, const pipeline::Observer& observer);

struct DemoFiles {
    std::vector<Opened> recordings;
    std::vector<io::Label> labels;
};

/// Simulates a healthy bearing and one that starts to fail, as files in `folder`. errors:
/// WriteFailed, those of reading.
[[nodiscard]] Result<DemoFiles> makeDemoFiles(const QString& folder,
                                              const pipeline::Observer& observer);

} // namespace spall::ui
