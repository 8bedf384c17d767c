// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/recording.h"

#include <optional>
#include <string>
#include <vector>

namespace spall::io {

/// Guesses the rate of a recording whose file states none, and says why: from a rate in the file
/// name or the layout of a published set; then from the mains line and the shaft harmonics; then
/// from a known record (CWRU names and lengths). Candidates of the lines are the usual rates from
/// 1 kHz to 102.4 kHz; with no evidence, 12 kHz as `Source::Assumed`.
[[nodiscard]] signal::Attributed<Hertz> guessRate(const signal::Recording& recording);

/// Sentences about what looks wrong: clipping, gaps, a constant channel, a channel that is another
/// times a constant, a guessed or unlikely rate, a record cut short, a table of something else.
[[nodiscard]] std::vector<std::string> doubts(const signal::Recording& recording);

/// The recording at a rate that the user states. Doubts that came from the old rate go, those of
/// the new one come. Copies and looks through all samples.
[[nodiscard]] signal::RecordingPtr withStatedRate(const signal::Recording& recording, Hertz rate);

} // namespace spall::io
