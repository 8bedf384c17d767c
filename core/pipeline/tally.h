// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/truth.h"

namespace spall::pipeline {

/// What alarms come to beside the truth, over any number of recordings.
struct Tally {
    evaluate::Confusion confusion; ///< by window
    std::int64_t falseEvents = 0;  ///< of alarmed healthy windows, as `detect::findEvents`
};

/// Adds a recording: `alarms`, `truth` and the places of the windows [windows].
void add(Tally& tally,
         std::span<const char> alarms,
         std::span<const signed char> truth,
         std::span<const SampleRange> windows);

/// Runs of faulty windows of one recording.
struct FaultyEvents {
    std::int64_t all = 0;
    std::int64_t found = 0; ///< those with at least one alarm
};

/// `alarms` and `truth` [windows].
[[nodiscard]] FaultyEvents faultyEvents(std::span<const char> alarms,
                                        std::span<const signed char> truth);

/// Signal under the healthy windows, shared samples once.
[[nodiscard]] Seconds healthyDuration(const ScoredRecording& scored,
                                      std::span<const signed char> truth);

/// Rates with intervals (`evaluate::metrics`), and false events for each hour of healthy signal.
[[nodiscard]] evaluate::Metrics metricsOf(const Tally& tally, Seconds healthy, double overlap);

/// Neighbouring scores rest on the same samples: how many of them make one independent one. A
/// window reaches over length / step of them, and averaging over a time over as many more.
[[nodiscard]] double overlapOf(const ScoredRecording& scored, Seconds smoothing);

/// The widest overlap of several recordings; 1 without any.
[[nodiscard]] double overlapOf(std::span<const ScoredPtr> scored, Seconds smoothing);

/// Share of alarms among the windows that the model has not learned from and, with best F1, that
/// the threshold was not chosen on.
[[nodiscard]] evaluate::Rate alarmedShare(const ScoredRecording& scored,
                                          std::span<const char> alarms,
                                          const detect::DecisionOptions& options,
                                          std::span<const io::Label> labels);

} // namespace spall::pipeline
