// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "ui/plot/time_axis.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace spall::ui {

/// The judged windows of one recording as plots take them.
struct WindowScores {
    pipeline::ScoredPtr scored;
    pipeline::FusedPtr fused;        ///< never null
    std::vector<char> alarms;        ///< [windows]
    std::optional<double> threshold; ///< unset where two thresholds decide
    double lowest = 0.0;             ///< smallest finite score
    double highest = 0.0;            ///< largest finite score
};

using WindowScoresPtr = std::shared_ptr<const WindowScores>;

/// Binds a scored recording to its decision; null when they do not belong together.
[[nodiscard]] WindowScoresPtr makeWindowScores(pipeline::ScoredPtr scored,
                                               const pipeline::Decision& decision,
                                               std::optional<double> threshold);

/// What one bar of the score plot stands for: a window, or several where a pixel holds several.
/// A window stands at its middle, as wide as the step between neighbours, so that bars touch.
struct WindowCell {
    TimeRange time;
    double score = 0.0;      ///< the highest
    bool isAlarm = false;    ///< any
    bool isLearned = false;  ///< all: learned from, so not judged
    std::int64_t window = 0; ///< the one with the highest score
};

/// True where a cell is drawn as alarming: above the threshold, or, by two thresholds, an alarm.
[[nodiscard]] inline bool isAbove(const WindowScores& windows, const WindowCell& cell)
{
    return windows.threshold ? cell.score > *windows.threshold : cell.isAlarm;
}

/// The cells of `view` on a plot of `pixels` columns, found by bisection.
[[nodiscard]] std::vector<WindowCell>
visibleCells(const WindowScores& windows, TimeRange view, int pixels);

/// The window whose cell holds a time.
[[nodiscard]] std::optional<std::int64_t> windowAt(const WindowScores& windows, double time);

/// Place of a window in its recording, in seconds.
[[nodiscard]] TimeRange windowTime(const WindowScores& windows, std::int64_t window);

} // namespace spall::ui
