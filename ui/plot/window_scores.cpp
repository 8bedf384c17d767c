// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/window_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace spall::ui {

namespace {

std::size_t index(std::int64_t window)
{
    return static_cast<std::size_t>(window);
}

/// Twice the middle of a window, so that it stays a whole number.
SampleIndex doubledMiddle(const SampleRange& range)
{
    return range.first + range.last;
}

double stepSeconds(const WindowScores& windows)
{
    const auto& ranges = windows.scored->windows;
    const SampleCount step =
        ranges.size() > 1 ? ranges[1].first - ranges[0].first : ranges[0].size();
    return duration(step, windows.scored->recording->rate.value).value;
}

double middle(const WindowScores& windows, std::int64_t window)
{
    return static_cast<double>(doubledMiddle(windows.scored->windows[index(window)])) / 2.0 /
           windows.scored->recording->rate.value.value;
}

std::int64_t firstWithMiddleFrom(const WindowScores& windows, double time)
{
    const auto& ranges = windows.scored->windows;
    const double wanted = 2.0 * time * windows.scored->recording->rate.value.value;
    const auto found =
        std::partition_point(ranges.begin(), ranges.end(), [wanted](const SampleRange& r) {
            return static_cast<double>(doubledMiddle(r)) < wanted;
        });
    return found - ranges.begin();
}

WindowCell
pooledCell(const WindowScores& windows, std::int64_t first, std::int64_t last, double step)
{
    WindowCell cell;
    cell.time = {middle(windows, first) - step / 2.0, middle(windows, last - 1) + step / 2.0};
    cell.score = -std::numeric_limits<double>::infinity();
    cell.isLearned = true;
    const auto& learned = windows.scored->learned;
    for (std::int64_t window = first; window < last; ++window) {
        if ((*windows.fused)[index(window)] > cell.score) {
            cell.score = (*windows.fused)[index(window)];
            cell.window = window;
        }
        cell.isAlarm = cell.isAlarm || windows.alarms[index(window)] != 0;
        cell.isLearned =
            cell.isLearned && index(window) < learned.size() && learned[index(window)] != 0;
    }
    return cell;
}

} // namespace

WindowScoresPtr makeWindowScores(pipeline::ScoredPtr scored,
                                 const pipeline::Decision& decision,
                                 std::optional<double> threshold)
{
    if (!scored || scored->windows.empty() || decision.scores().size() != scored->windows.size() ||
        decision.alarms.size() != scored->windows.size()) {
        return nullptr;
    }
    auto windows = std::make_shared<WindowScores>();
    windows->scored = std::move(scored);
    windows->fused = decision.fused;
    windows->alarms = decision.alarms;
    windows->threshold = threshold;
    windows->lowest = std::numeric_limits<double>::infinity();
    windows->highest = -std::numeric_limits<double>::infinity();
    for (const double score : *windows->fused) {
        if (std::isfinite(score)) {
            windows->lowest = std::min(windows->lowest, score);
            windows->highest = std::max(windows->highest, score);
        }
    }
    if (windows->lowest > windows->highest) {
        return nullptr;
    }
    return windows;
}

std::vector<WindowCell> visibleCells(const WindowScores& windows, TimeRange view, int pixels)
{
    const auto count = static_cast<std::int64_t>(windows.fused->size());
    const double step = stepSeconds(windows);
    const std::int64_t first = firstWithMiddleFrom(windows, view.first - step);
    const std::int64_t last = std::min(count, firstWithMiddleFrom(windows, view.last + step) + 1);
    // Counted from the length of the view, not from what it happens to hold: panning keeps the
    // pool.
    const double expected = view.length() / std::max(step, 1e-12);
    const auto pool = std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::ceil(expected / std::max(1, pixels) - 1e-9)));
    std::vector<WindowCell> cells;
    for (std::int64_t at = first / pool * pool; at < last; at += pool) {
        const WindowCell cell = pooledCell(windows, at, std::min(count, at + pool), step);
        if (std::isfinite(cell.score)) {
            cells.push_back(cell);
        }
    }
    return cells;
}

std::optional<std::int64_t> windowAt(const WindowScores& windows, double time)
{
    const double step = stepSeconds(windows);
    const std::int64_t window = firstWithMiddleFrom(windows, time - step / 2.0);
    if (window >= static_cast<std::int64_t>(windows.fused->size()) ||
        std::abs(middle(windows, window) - time) > step / 2.0 * (1.0 + 1e-9)) {
        return std::nullopt;
    }
    return window;
}

TimeRange windowTime(const WindowScores& windows, std::int64_t window)
{
    const SampleRange range = windows.scored->windows[index(window)];
    const Hertz rate = windows.scored->recording->rate.value;
    return {duration(range.first, rate).value, duration(range.last, rate).value};
}

} // namespace spall::ui
