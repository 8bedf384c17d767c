// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/snapshot_run.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/selection.h"
#include "core/io/stated_rate.h"
#include "core/io/text_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <utility>

namespace spall::io {

using signal::Attributed;
using signal::Source;

namespace {

constexpr double kDay = 86'400.0;

/// "2003.10.22.12.06.24" -> seconds since 1970.
std::optional<double> dateIn(const std::string& name)
{
    const std::vector<std::int64_t> parts = numbersIn(name);
    if (parts.size() < 6 || parts[0] < 1970 || parts[0] > 2200) {
        return std::nullopt;
    }
    return secondsIn(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
                                 parts[0],
                                 parts[1],
                                 parts[2],
                                 parts[3],
                                 parts[4],
                                 parts[5]));
}

/// Times give a rate that differs a little from file to file.
bool areSame(const Attributed<Hertz>& a, const Attributed<Hertz>& b)
{
    const bool isByTimes = a.source == Source::TimeColumn || b.source == Source::TimeColumn;
    const double tolerance = isByTimes ? 0.02 : 1e-3;
    return std::abs(a.value.value / b.value.value - 1.0) <= tolerance;
}

/// True for times that rise from file to file.
bool goOn(const std::vector<double>& clocks)
{
    return clocks.size() > 1 &&
           std::adjacent_find(clocks.begin(), clocks.end(), std::greater_equal<>{}) == clocks.end();
}

} // namespace

std::vector<std::int64_t> numbersIn(const std::string& name)
{
    std::vector<std::int64_t> numbers;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const std::size_t start = at;
        while (at < name.size() && isDigit(name[at])) {
            ++at;
        }
        if (at > start) {
            numbers.push_back(
                parseInteger(std::string_view{name}.substr(start, at - start)).value_or(0));
        }
    }
    return numbers;
}

Joined SnapshotRun::add(FileContents piece, const std::string& name)
{
    if (piece.vectors.empty() || piece.vectors.front().samples.empty()) {
        return Joined::OtherChannels;
    }
    std::vector<std::string> warnings = piece.warnings;
    auto rate = rateStatedFor(piece.vectors.front(), piece, warnings);
    if (rate && !signal::isStated(rate->source)) {
        rate.reset(); // a guess; there are better ones for the whole run
    }
    if (m_run.vectors.empty()) {
        begin(piece);
        m_told.insert(warnings.begin(), warnings.end());
    } else if (!hasChannelsOfThisRun(piece)) {
        return Joined::OtherChannels;
    } else if (m_rate && rate && !areSame(*m_rate, *rate)) {
        return Joined::OtherRate;
    } else {
        keepNew(warnings, name);
    }
    takeRate(rate);
    const std::size_t first = m_run.vectors.front().samples.size();
    const std::optional<double> start = startOf(piece, name);
    m_areTold = m_areTold && start;
    m_clocks.push_back(piece.axes.empty() ? 0.0 : piece.axes.front().first.value);
    m_run.snapshots.push_back({first, Seconds{start.value_or(0.0)}, name});
    for (std::size_t i = 0; i < piece.vectors.size(); ++i) {
        auto& samples = m_run.vectors[i].samples;
        const auto& more = piece.vectors[i].samples;
        samples.insert(samples.end(), more.begin(), more.end());
    }
    return Joined::Yes;
}

FileContents SnapshotRun::take()
{
    for (FoundAxis& axis : m_run.axes) {
        axis.length = m_run.vectors.empty() ? 0 : m_run.vectors.front().samples.size();
    }
    if (!m_areTold) {
        m_run.isSpacingKnown = goOn(m_clocks);
        for (std::size_t i = 0; i < m_clocks.size(); ++i) {
            m_run.snapshots[i].start.value = m_clocks[i];
        }
    }
    if (!m_run.snapshots.empty()) {
        const double zero = m_run.snapshots.front().start.value;
        for (FoundSnapshot& snapshot : m_run.snapshots) {
            snapshot.start.value -= zero;
        }
        m_run.format = fmt::format("{} snapshots of {}", m_run.snapshots.size(), m_run.format);
    }
    if (m_untold > 0) {
        m_run.warnings.push_back(
            fmt::format("Other files of the run gave {} more warnings.", m_untold));
    }
    return std::move(m_run);
}

void SnapshotRun::begin(const FileContents& piece)
{
    m_run.format = piece.format;
    m_run.rate = piece.rate;
    m_run.shaftSpeed = piece.shaftSpeed;
    m_run.scalars = piece.scalars;
    m_run.warnings = piece.warnings;
    m_run.axes = piece.axes;
    for (const FoundVector& vector : piece.vectors) {
        m_run.vectors.push_back({shownName(vector), vector.unit, {}, vector.rate, {}});
        m_run.vectors.back().samples.reserve(vector.samples.size() * m_files);
    }
}

bool SnapshotRun::hasChannelsOfThisRun(const FileContents& piece) const
{
    return std::equal(
        piece.vectors.begin(),
        piece.vectors.end(),
        m_run.vectors.begin(),
        m_run.vectors.end(),
        [](const FoundVector& a, const FoundVector& b) { return shownName(a) == b.name; });
}

/// The first rate that a file states is that of the run.
void SnapshotRun::takeRate(const std::optional<Attributed<Hertz>>& rate)
{
    if (m_rate || !rate) {
        return;
    }
    m_rate = rate;
    if (!m_run.snapshots.empty()) { // the files before stated none
        m_run.rate = rate;
    }
}

/// Most files of a run give the same warnings.
void SnapshotRun::keepNew(const std::vector<std::string>& warnings, const std::string& name)
{
    constexpr int kMost = 5;
    for (const std::string& warning : warnings) {
        if (!m_told.insert(warning).second) {
            continue;
        }
        if (m_kept < kMost) {
            m_run.warnings.push_back(fmt::format("In {}: {}", name, warning));
            ++m_kept;
        } else {
            ++m_untold;
        }
    }
}

/// When a file was taken; nothing where only its own times can tell.
std::optional<double> SnapshotRun::startOf(const FileContents& piece, const std::string& name)
{
    if (const auto date = dateIn(name)) {
        return *date;
    }
    if (piece.startOfDay) {
        double start = piece.startOfDay->value + m_midnights * kDay;
        if (start < m_lastStart - kDay / 2) {
            m_midnights += 1.0;
            start += kDay;
        }
        m_lastStart = start;
        return start;
    }
    const std::vector<std::int64_t> numbers = numbersIn(name);
    constexpr double kMinute = 60.0;
    if (m_run.vectors.front().name == "Horizontal_vibration_signals" && numbers.size() == 1) {
        return kMinute * static_cast<double>(numbers.front());
    }
    return std::nullopt;
}

} // namespace spall::io
