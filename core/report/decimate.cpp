// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decimate.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

Series emptyLike(const Series& series)
{
    Series out;
    out.name = series.name;
    out.colour = series.colour;
    out.style = series.style;
    out.barWidth = series.barWidth;
    return out;
}

void append(Series& out, const Series& from, std::size_t at)
{
    out.x.push_back(from.x[at]);
    out.y.push_back(from.y[at]);
    if (from.style == Series::Style::Band) {
        out.high.push_back(from.high[at]);
    }
}

bool isDrawable(const Series& series, std::size_t at)
{
    const bool hasHigh = series.style != Series::Style::Band ||
                         (at < series.high.size() && std::isfinite(series.high[at]));
    return hasHigh && std::isfinite(series.x[at]) && std::isfinite(series.y[at]);
}

/// Runs without an unknown value; one piece where neighbours are not joined anyway.
std::vector<Series> finiteRuns(const Series& series)
{
    const bool isJoined =
        series.style != Series::Style::Bars && series.style != Series::Style::Points;
    std::vector<Series> runs;
    bool isOpen = false;
    const std::size_t count = std::min(series.x.size(), series.y.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (!isDrawable(series, i)) {
            isOpen = isOpen && !isJoined;
            continue;
        }
        if (!isOpen) {
            runs.push_back(emptyLike(series));
            isOpen = true;
        }
        append(runs.back(), series, i);
    }
    return runs;
}

/// Indices of the values one column keeps, in their own order.
std::vector<std::size_t> keptOf(const Series& run, std::size_t first, std::size_t last)
{
    const auto begin = run.y.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = run.y.begin() + static_cast<std::ptrdiff_t>(last);
    const auto [low, high] = std::minmax_element(begin, end);
    const auto lowAt = first + static_cast<std::size_t>(low - begin);
    const auto highAt = first + static_cast<std::size_t>(high - begin);
    switch (run.style) {
    case Series::Style::Bars:
        return {highAt};
    case Series::Style::Points: {
        std::vector<std::size_t> kept{
            first, std::min(lowAt, highAt), std::max(lowAt, highAt), last - 1};
        std::sort(kept.begin(), kept.end());
        kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
        return kept;
    }
    case Series::Style::Line:
    case Series::Style::Steps:
    case Series::Style::Band:
        break;
    }
    return lowAt == highAt ? std::vector{lowAt}
                           : std::vector{std::min(lowAt, highAt), std::max(lowAt, highAt)};
}

/// Band edges of a column: the lowest low and the highest high, at its middle.
void appendBand(Series& out, const Series& run, std::size_t first, std::size_t last)
{
    const auto low = run.y.begin();
    const auto high = run.high.begin();
    const auto from = static_cast<std::ptrdiff_t>(first);
    const auto to = static_cast<std::ptrdiff_t>(last);
    out.x.push_back(0.5 * (run.x[first] + run.x[last - 1]));
    out.y.push_back(*std::min_element(low + from, low + to));
    out.high.push_back(*std::max_element(high + from, high + to));
}

Series thinned(const Series& run, int columns)
{
    const std::size_t count = run.x.size();
    const std::size_t groups = static_cast<std::size_t>(std::max(columns, 1));
    if (count <= 2 * groups) {
        return run;
    }
    Series out = emptyLike(run);
    for (std::size_t group = 0; group < groups; ++group) {
        const std::size_t first = group * count / groups;
        const std::size_t last = (group + 1) * count / groups;
        if (run.style == Series::Style::Band) {
            appendBand(out, run, first, last);
            continue;
        }
        for (const std::size_t at : keptOf(run, first, last)) {
            append(out, run, at);
        }
    }
    if (run.style == Series::Style::Bars) {
        out.barWidth =
            std::max(run.barWidth, (run.x.back() - run.x.front()) / static_cast<double>(groups));
    }
    return out;
}

} // namespace

std::vector<Series> drawablePieces(const Series& series, int columns)
{
    std::vector<Series> runs = finiteRuns(series);
    std::size_t total = 0;
    for (const Series& run : runs) {
        total += run.x.size();
    }
    for (Series& run : runs) {
        const double share = static_cast<double>(run.x.size()) / static_cast<double>(total);
        run = thinned(run, static_cast<int>(std::ceil(share * columns)));
    }
    return runs;
}

} // namespace spall::report
