// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/read.h"
#include "ui/document/entry.h"

namespace spall::ui {

/// A recording with all that is worked out of it before it is shown.
struct Opened {
    pipeline::Input input;
    std::shared_ptr<const signal::Pyramid> pyramid;
    std::shared_ptr<const Preview> preview;
    QString variable;                       ///< asked for in the file; empty: none
    std::optional<io::ImportChoice> choice; ///< how it was said to be read; unset: as found
};

/// The role that a file name speaks of ("normal_0_97", "OR007@6_0_130"); Unknown when it says
/// nothing.
[[nodiscard]] pipeline::Role roleFromName(const QString& fileName);

/// Works out what the window shows of an input. Takes its time: for the worker thread.
[[nodiscard]] Opened prepare(pipeline::Input input);

/// Reads a file and prepares its main channel. errors: of `io::readRecording`.
[[nodiscard]] Result<Opened> openRecording(const io::InputSpec& spec,
                                           const io::ReadOptions& options,
                                           const pipeline::Observer& observer);

/// An entry of the document as it was opened, under no name yet.
[[nodiscard]] Entry entryOf(const Opened& opened);

} // namespace spall::ui
