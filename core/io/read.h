// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/import_choice.h"
#include "core/io/raw_reader.h"
#include "core/signal/recording.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace spall::io {

/// Which file, which variable in it, and the rate the user states: `FILE[::VARIABLE][@HZ]`.
struct InputSpec {
    std::filesystem::path path;
    std::string variable = {};                ///< empty: choose
    std::optional<Hertz> rate = std::nullopt; ///< what stands behind the last '@', digits only
};

/// Splits `FILE[::VARIABLE][@HZ]`; a file or a folder whose own name has such marks stays whole
/// where it is there: "OR007@6", "a::b.csv@12000". Never fails: that nothing is there is
/// `readRecording`'s business.
[[nodiscard]] InputSpec parseInputSpec(std::string_view text);

/// What the user states about a recording.
struct ReadOptions {
    std::string channel = {};                         ///< name, or index from 0; empty: choose
    std::optional<Hertz> fallbackRate = std::nullopt; ///< for files that state none
    std::optional<Rpm> shaftSpeed = std::nullopt;
    std::optional<RawLayout> raw = std::nullopt; ///< for files that have no header
    ProgressSink progress = {};                  ///< of folders: a step for each file
    /// What the user chose for files of this kind (see `kindOf`), if anything.
    std::function<std::optional<ImportChoice>(const std::string& kind)> choose = {};
};

/// Reads a file (or a folder of snapshots, or a file without a header whose type is stated in
/// `options.raw` or as the variable, "noise.bin::f32le") as a recording: finds the reader by
/// content, chooses the channel, guesses what the file does not say and writes each guess and each
/// doubt down. The file's rate wins over `fallbackRate`; `spec.rate` wins over both. errors:
/// FileUnreadable, UnknownFormat (no numeric vector, not a recording), Usage (no such variable or
/// channel), NotFinite, TooFewSamples, Cancelled.
[[nodiscard]] Result<signal::RecordingPtr>
readRecording(InputSpec spec, const ReadOptions& options = {}, std::stop_token stop = {});

} // namespace spall::io
