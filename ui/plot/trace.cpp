// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/trace.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

std::size_t asIndex(SampleIndex at)
{
    return static_cast<std::size_t>(at);
}

template <typename At>
std::vector<signal::MinMax>
extremesOf(const BlockExtremes& blocks, const ColumnGrid& grid, const At& at)
{
    std::vector<signal::MinMax> columns;
    columns.reserve(asIndex(grid.columns()));
    for (std::int64_t column = 0; column < grid.columns(); ++column) {
        columns.push_back(blocks.over(grid.column(column), at));
    }
    return columns;
}

/// Reads an array that may be empty or shorter than the recording.
auto reader(const std::vector<float>& values)
{
    return [&values](SampleIndex at) {
        return asIndex(at) < values.size() ? values[asIndex(at)]
                                           : std::numeric_limits<float>::quiet_NaN();
    };
}

} // namespace

SampleRange samplesWithin(TimeRange view, Hertz rate, SampleCount count)
{
    const auto first = static_cast<SampleIndex>(std::ceil(view.first * rate.value));
    const auto last = static_cast<SampleIndex>(std::floor(view.last * rate.value)) + 1;
    const SampleIndex begin = std::clamp<SampleIndex>(first, 0, count);
    return {begin, std::clamp(last, begin, count)};
}

SampleRange ColumnGrid::column(std::int64_t number) const
{
    const SampleIndex first = range.first + number * group;
    return {first, std::min(range.last, first + group)};
}

double ColumnGrid::time(std::int64_t number) const
{
    const SampleRange samples = column(number);
    return static_cast<double>(samples.first + samples.last - 1) / 2.0 / rate.value;
}

ColumnGrid columnGrid(TimeRange view, Hertz rate, SampleCount count, int pixels)
{
    ColumnGrid grid{.range = {0, 0}, .group = 1, .rate = rate};
    const auto samples = static_cast<SampleCount>(std::llround(view.length() * rate.value));
    // At least one column a pixel, or dense signals would show gaps between columns.
    grid.group = std::max<SampleCount>(1, samples / std::max(1, pixels));
    if (grid.group >= 2 * BlockExtremes::kBlock) {
        // Whole blocks: at the ends of a column no single samples have to be looked at.
        grid.group -= grid.group % BlockExtremes::kBlock;
    }
    const auto first = static_cast<SampleIndex>(std::floor(view.first * rate.value));
    const auto last = static_cast<SampleIndex>(std::ceil(view.last * rate.value)) + 1;
    // One more column on each side, so that lines run into the edge of the plot.
    grid.range.first = std::clamp<SampleIndex>((first / grid.group - 1) * grid.group, 0, count);
    grid.range.last = std::clamp<SampleIndex>((last / grid.group + 2) * grid.group, 0, count);
    return grid;
}

std::span<const double> SignalSource::samples() const
{
    return recording->channels.at(static_cast<std::size_t>(channel)).samples;
}

std::vector<signal::MinMax> columnExtremes(const SignalSource& source, const ColumnGrid& grid)
{
    const auto samples = source.samples();
    const std::int64_t columns = grid.range.size() / grid.group;
    const SampleRange even{grid.range.first, grid.range.first + columns * grid.group};
    std::vector<signal::MinMax> extremes;
    if (columns > 0) {
        extremes = source.pyramid->summary(samples, even, static_cast<int>(columns));
    }
    if (even.last < grid.range.last) { // the last column of the recording is narrower
        const auto rest = source.pyramid->summary(samples, {even.last, grid.range.last}, 1);
        extremes.insert(extremes.end(), rest.begin(), rest.end());
    }
    return extremes;
}

ReconstructionTraces::ReconstructionTraces(pipeline::ScoredPtr scored) : m_scored(std::move(scored))
{
    const auto& reconstruction = *m_scored->reconstruction;
    const auto count = static_cast<SampleCount>(reconstruction.median.size());
    m_median = BlockExtremes(count, reader(reconstruction.median));
    m_low = BlockExtremes(count, reader(reconstruction.low));
    m_high = BlockExtremes(count, reader(reconstruction.high));
    m_residual = BlockExtremes(count, [this](SampleIndex at) { return residualAt(at); });
}

bool ReconstructionTraces::isEmpty() const
{
    return m_scored->reconstruction->median.empty();
}

float ReconstructionTraces::residualAt(SampleIndex at) const
{
    const auto& median = m_scored->reconstruction->median;
    const auto& samples =
        m_scored->recording->channels[static_cast<std::size_t>(m_scored->channel)].samples;
    if (at < 0 || asIndex(at) >= std::min(median.size(), samples.size())) {
        return std::numeric_limits<float>::quiet_NaN();
    }
    return static_cast<float>(samples[asIndex(at)] - static_cast<double>(median[asIndex(at)]));
}

std::vector<signal::MinMax> ReconstructionTraces::median(const ColumnGrid& grid) const
{
    return extremesOf(m_median, grid, reader(m_scored->reconstruction->median));
}

std::vector<signal::MinMax> ReconstructionTraces::band(const ColumnGrid& grid) const
{
    auto low = extremesOf(m_low, grid, reader(m_scored->reconstruction->low));
    const auto high = extremesOf(m_high, grid, reader(m_scored->reconstruction->high));
    for (std::size_t column = 0; column < low.size(); ++column) {
        low[column].high = high[column].high;
    }
    return low;
}

std::vector<signal::MinMax> ReconstructionTraces::residual(const ColumnGrid& grid) const
{
    return extremesOf(m_residual, grid, [this](SampleIndex at) { return residualAt(at); });
}

Trace traceOf(const std::vector<signal::MinMax>& columns, const ColumnGrid& grid)
{
    Trace trace;
    trace.isDense = grid.group > 1;
    const auto points = static_cast<qsizetype>(columns.size()) * (trace.isDense ? 2 : 1);
    trace.time.reserve(points);
    trace.value.reserve(points);
    double before = 0.0;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const bool drawn = hasValues(columns[column]);
        const double low = drawn ? static_cast<double>(columns[column].low) : kGap;
        const double high = drawn ? static_cast<double>(columns[column].high) : kGap;
        const double time = grid.time(static_cast<std::int64_t>(column));
        const bool lowFirst = std::abs(before - low) <= std::abs(before - high);
        trace.time.push_back(time);
        trace.value.push_back(lowFirst ? low : high);
        if (trace.isDense) {
            trace.time.push_back(time);
            trace.value.push_back(lowFirst ? high : low);
        }
        before = trace.value.back();
    }
    return trace;
}

std::pair<Trace, Trace> edgesOf(const std::vector<signal::MinMax>& columns, const ColumnGrid& grid)
{
    Trace low;
    Trace high;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const bool drawn = hasValues(columns[column]);
        const double time = grid.time(static_cast<std::int64_t>(column));
        low.time.push_back(time);
        high.time.push_back(time);
        low.value.push_back(drawn ? static_cast<double>(columns[column].low) : kGap);
        high.value.push_back(drawn ? static_cast<double>(columns[column].high) : kGap);
    }
    return {low, high};
}

} // namespace spall::ui
