// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/pyramid.h"

#include <algorithm>
#include <array>
#include <limits>

namespace spall::signal {
namespace {

constexpr SampleCount kFinest = 64; ///< samples in a group of the first level
constexpr SampleCount kGrowth = 4;  ///< groups of one level in a group of the next

/// Smallest and largest so far; starts as the range that nothing is in.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    void add(double otherLow, double otherHigh)
    {
        low = std::min(low, otherLow);
        high = std::max(high, otherHigh);
    }
    void add(const MinMax& group)
    {
        add(static_cast<double>(group.low), static_cast<double>(group.high));
    }
    [[nodiscard]] MinMax rounded() const
    {
        return {static_cast<float>(low), static_cast<float>(high)};
    }
};

MinMax extentOf(std::span<const double> samples)
{
    // Independent parts keep the processor from waiting for each comparison.
    constexpr std::size_t kParts = 8;
    std::array<Extent, kParts> parts;
    std::size_t i = 0;
    for (; i + kParts <= samples.size(); i += kParts) {
        for (std::size_t part = 0; part < kParts; ++part) {
            parts[part].add(samples[i + part]);
        }
    }
    for (; i < samples.size(); ++i) {
        parts[0].add(samples[i]);
    }
    for (std::size_t part = 1; part < kParts; ++part) {
        parts[0].add(parts[part].low, parts[part].high);
    }
    return parts[0].rounded();
}

std::vector<MinMax> coarser(std::span<const MinMax> level)
{
    constexpr auto kGroup = static_cast<std::size_t>(kGrowth);
    std::vector<MinMax> result((level.size() + kGroup - 1) / kGroup);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto first = i * kGroup;
        Extent extent;
        for (const auto& group : level.subspan(first, std::min(kGroup, level.size() - first))) {
            extent.add(group);
        }
        result[i] = extent.rounded();
    }
    return result;
}

/// Extent of a range from the coarsest groups that lie wholly in it, finer ones at its edges.
class RangeExtent {
public:
    RangeExtent(std::span<const double> samples, std::span<const std::vector<MinMax>> levels)
        : m_samples(samples), m_levels(levels)
    {
    }

    [[nodiscard]] MinMax of(SampleRange range) const
    {
        Extent extent;
        addFrom(m_levels.size(), range, extent);
        return extent.rounded();
    }

private:
    /// Adds `range` by the levels below `top`; level 0 here is the samples themselves.
    void addFrom(std::size_t top, SampleRange range, Extent& extent) const
    {
        if (range.isEmpty()) {
            return;
        }
        if (top == 0) {
            extent.add(extentOf(m_samples.subspan(static_cast<std::size_t>(range.first),
                                                  static_cast<std::size_t>(range.size()))));
            return;
        }
        const auto& level = m_levels[top - 1];
        const SampleCount width = kFinest << (2 * (top - 1));
        const SampleIndex first = (range.first + width - 1) / width;
        const SampleIndex last = range.last / width;
        if (first >= last) {
            addFrom(top - 1, range, extent);
            return;
        }
        for (SampleIndex group = first; group < last; ++group) {
            extent.add(level[static_cast<std::size_t>(group)]);
        }
        addFrom(top - 1, {range.first, first * width}, extent);
        addFrom(top - 1, {last * width, range.last}, extent);
    }

    std::span<const double> m_samples;
    std::span<const std::vector<MinMax>> m_levels;
};

} // namespace

Pyramid::Pyramid(std::span<const double> samples)
{
    constexpr auto kWidth = static_cast<std::size_t>(kFinest);
    std::vector<MinMax> finest((samples.size() + kWidth - 1) / kWidth);
    for (std::size_t i = 0; i < finest.size(); ++i) {
        const auto first = i * kWidth;
        finest[i] = extentOf(samples.subspan(first, std::min(kWidth, samples.size() - first)));
    }
    m_levels.push_back(std::move(finest));
    while (m_levels.back().size() > static_cast<std::size_t>(kGrowth)) {
        m_levels.push_back(coarser(m_levels.back()));
    }
}

std::vector<MinMax>
Pyramid::summary(std::span<const double> samples, SampleRange range, int columns) const
{
    const auto shown = intersection(range, {0, static_cast<SampleCount>(samples.size())});
    const SampleCount count = std::min<SampleCount>(columns, shown.size());
    if (count <= 0) {
        return {};
    }
    const RangeExtent extent{samples, m_levels};
    std::vector<MinMax> result(static_cast<std::size_t>(count));
    for (SampleCount i = 0; i < count; ++i) {
        result[static_cast<std::size_t>(i)] = extent.of(
            {shown.first + shown.size() * i / count, shown.first + shown.size() * (i + 1) / count});
    }
    return result;
}

} // namespace spall::signal
