// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/truth.h"

namespace spall::pipeline {

/// What alarms come to beside the truth, over any number of recordings.
struct Tally {
    evaluate::Confusion confusion;      ///< by window
    std::int64_t falseEvents = 0;       ///< runs of alarmed healthy windows
    std::int64_t faultyEvents = 0;      ///< runs of faulty windows
    std::int64_t faultyEventsFound = 0; ///< those with at least one alarm
};

/// Adds a recording: `alarms` and `truth` [windows].
void add(Tally& tally, std::span<const char> alarms, std::span<const signed char> truth);

/// Signal under the healthy windows, shared samples once.
[[nodiscard]] Seconds healthyDuration(const ScoredRecording& scored,
                                      std::span<const signed char> truth);

/// Rates with intervals (`evaluate::metrics`), and false events for each hour of healthy signal.
[[nodiscard]] evaluate::Metrics metricsOf(const Tally& tally, Seconds healthy, double overlap);

/// Neighbouring windows share samples: how many of them make one independent one (length / step).
[[nodiscard]] double overlapOf(const ScoredRecording& scored);

/// The widest overlap of several recordings; 1 without any.
[[nodiscard]] double overlapOf(std::span<const ScoredPtr> scored);

/// Share of alarms among the windows that the model has not learned from.
[[nodiscard]] evaluate::Rate alarmedShare(const ScoredRecording& scored,
                                          std::span<const char> alarms);

} // namespace spall::pipeline
