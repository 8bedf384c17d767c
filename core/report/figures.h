// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/curves.h"
#include "core/pipeline/analysis.h"
#include "core/report/report.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace spall::report {

/// Score of each window over time: below the threshold, above it, and learned from. `threshold` is
/// unset under a dual rule, which has no single line.
[[nodiscard]] Figure scoreStrip(const pipeline::ScoredRecording& scored,
                                const pipeline::Decision& decision,
                                std::optional<double> threshold);

/// The signal of one window, its reconstruction and the band of overlapping reconstructions.
/// `window` is an index into `scored.windows`.
[[nodiscard]] Figure overlay(const pipeline::ScoredRecording& scored, std::size_t window);

/// Shares of healthy and faulty windows over the score. Scores far above the threshold share the
/// last bar, so that the part around the threshold stays readable.
[[nodiscard]] Figure
scoreHistogram(std::span<const double> healthy, std::span<const double> faulty, double threshold);

/// Recall over false-alarm rate; a dot where this report's threshold lies.
[[nodiscard]] Figure rocFigure(std::span<const evaluate::CurvePoint> curve,
                               const std::optional<evaluate::CurvePoint>& here);

/// Reconstruction error of learned and of held-back windows, epoch by epoch.
[[nodiscard]] Figure cycleCurves(const train::TrainHistory& history);

/// Losses of critic and generator, epoch by epoch.
[[nodiscard]] Figure adversarialCurves(const train::TrainHistory& history);

} // namespace spall::report
