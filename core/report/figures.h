// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/findings.h"
#include "core/report/report.h"

#include <optional>
#include <span>

namespace spall::report {

/// Score of each window over time: below the threshold, above it, and learned from. `threshold` is
/// unset under a dual rule, which has no single line.
[[nodiscard]] Figure scoreStrip(const pipeline::ScoredRecording& scored,
                                const pipeline::Decision& decision,
                                std::optional<double> threshold,
                                const Words& words);

/// The signal of one window, its reconstruction and the band of overlapping reconstructions.
/// `window` is an index into `scored.windows`; the recording must hold its samples.
[[nodiscard]] Figure
overlay(const pipeline::ScoredRecording& scored, std::size_t window, const Words& words);

/// Waveform of the peak window of an alarm, and the envelope spectrum with the rates at which the
/// bearing would strike.
[[nodiscard]] std::vector<Figure>
alarmFigures(const pipeline::ScoredRecording& scored, const AlarmView& view, const Words& words);

/// Shares of healthy and faulty windows over the score. Scores far above the threshold share the
/// last bar, so that the part around the threshold stays readable.
[[nodiscard]] Figure scoreHistogram(const Findings& findings);

/// Recall over false-alarm rate; a dot where this report's threshold lies.
[[nodiscard]] Figure rocFigure(std::span<const evaluate::CurvePoint> curve,
                               const std::optional<evaluate::CurvePoint>& here,
                               const Words& words);

/// Share of windows above each threshold: recall, false alarms and F1 where the truth is known,
/// else the recordings to be judged beside the calibration's healthy windows.
[[nodiscard]] Figure thresholdCurve(const Findings& findings);

/// Calibrated reconstruction and critic of each window, with the line that parts alarms.
[[nodiscard]] Figure channelScatter(const Findings& findings);

/// Recall over the level of planted faults: this model, the best plain method and the untrained
/// copy.
[[nodiscard]] Figure detectabilityCurve(const Findings& findings);

/// Share of alarmed windows of each recording, most alarmed first.
[[nodiscard]] Figure fleetPicture(const Findings& findings, std::span<const std::size_t> order);

/// Reconstruction error of learned and of held-back windows, epoch by epoch.
[[nodiscard]] Figure cycleCurves(const train::TrainHistory& history, const Words& words);

/// Losses of critic and generator, epoch by epoch.
[[nodiscard]] Figure adversarialCurves(const train::TrainHistory& history, const Words& words);

} // namespace spall::report
