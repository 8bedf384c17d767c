// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import_choice.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <string>

namespace spall::ui {

/// What the user chose for files of a kind (see `io::kindOf`), kept in a file. It is read anew for
/// each question, so that any thread may ask.
class ImportMemory {
public:
    explicit ImportMemory(const QString& path);

    [[nodiscard]] std::optional<io::ImportChoice> find(const std::string& kind) const;
    /// Main thread only.
    void remember(const std::string& kind, const io::ImportChoice& choice) const;

private:
    std::filesystem::path m_path;
};

} // namespace spall::ui
