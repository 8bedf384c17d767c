// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/contents.h"
#include "core/io/read.h"

namespace spall::io {

/// Makes a recording of what a reader found: the vector that looks most like a vibration and those
/// sampled with it become the channels, times, named scalars and metadata the rate and the shaft
/// speed, and every choice is written down. The rate is
/// left at 0 Hz with `Source::Assumed` when neither the file nor the options state one.
/// errors: UnknownFormat (no numeric vector), Usage (no such variable or channel), NotFinite,
/// TooFewSamples.
[[nodiscard]] Result<signal::Recording>
compose(FileContents contents, const InputSpec& spec, const ReadOptions& options);

} // namespace spall::io
