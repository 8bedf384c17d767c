// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/contents.h"
#include "core/io/read.h"

namespace spall::io {

/// Shortest record that is worth looking at.
constexpr SampleCount kShortestRecord = 64;

/// Makes a recording of what a reader found: the longest vectors of one length become the channels,
/// named scalars become the rate and the shaft speed, and every choice is written down. The rate is
/// left at 0 Hz with `Source::Assumed` when neither the file nor the options state one.
/// errors: UnknownFormat (no numeric vector), Usage (no such variable or channel), NotFinite,
/// TooFewSamples.
[[nodiscard]] Result<signal::Recording>
compose(FileContents contents, const InputSpec& spec, const ReadOptions& options);

} // namespace spall::io
