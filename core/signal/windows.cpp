// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/windows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace spall::signal {
namespace {

constexpr SampleCount kShortestWindow = 64;

Status validate(const Stretch& stretch)
{
    if (stretch.recording == nullptr || stretch.channel < 0 ||
        std::cmp_greater_equal(stretch.channel, stretch.recording->channels.size())) {
        return fail(ErrorCode::Usage,
                    "there is no such channel",
                    fmt::format("channel {}", stretch.channel),
                    "choose one that the file has");
    }
    const auto& channel = stretch.recording->channels[static_cast<std::size_t>(stretch.channel)];
    if (stretch.range.first < 0 || std::cmp_greater(stretch.range.last, channel.samples.size())) {
        return fail(ErrorCode::Usage,
                    fmt::format("the samples {} to {} are not all in the recording, which has {}",
                                stretch.range.first,
                                stretch.range.last,
                                channel.samples.size()),
                    stretch.recording->provenance.path,
                    "choose a part inside it");
    }
    return {};
}

SampleIndex firstMultipleFrom(SampleIndex at, SampleCount step)
{
    return (at + step - 1) / step * step;
}

/// True when a snapshot begins inside the window, which then joins two pieces of different times.
bool joinsSnapshots(const Recording& recording, SampleRange window)
{
    const auto next =
        std::upper_bound(recording.snapshots.begin(),
                         recording.snapshots.end(),
                         window.first,
                         [](SampleIndex at, const Snapshot& s) { return at < s.first; });
    return next != recording.snapshots.end() && next->first < window.last;
}

} // namespace

Status validate(const WindowOptions& options)
{
    if (options.length < kShortestWindow) {
        return fail(ErrorCode::Usage,
                    fmt::format("a window of {} samples is too short to judge", options.length),
                    "window length",
                    fmt::format("choose {} samples or more", kShortestWindow));
    }
    if (options.step < 1) {
        return fail(ErrorCode::Usage,
                    fmt::format("windows cannot be {} samples apart", options.step),
                    "window step",
                    "choose 1 sample or more");
    }
    return {};
}

WindowSet::WindowSet(Stretch stretch, WindowOptions options, std::vector<SampleIndex> starts)
    : m_stretch(std::move(stretch)), m_options(options), m_starts(std::move(starts))
{
}

std::span<const double> WindowSet::samples(std::int64_t window) const
{
    const auto place = range(window);
    const auto& channel =
        m_stretch.recording->channels[static_cast<std::size_t>(m_stretch.channel)];
    return std::span{channel.samples}.subspan(static_cast<std::size_t>(place.first),
                                              static_cast<std::size_t>(place.size()));
}

SampleRange WindowSet::range(std::int64_t window) const
{
    const SampleIndex start = m_starts.at(static_cast<std::size_t>(window));
    return {start, start + m_options.length};
}

Result<WindowSet> cutWindows(const Stretch& stretch, const WindowOptions& options)
{
    if (auto status = validate(options); !status) {
        return fail(std::move(status.error()));
    }
    if (auto status = validate(stretch); !status) {
        return fail(std::move(status.error()));
    }
    std::vector<SampleIndex> starts;
    for (SampleIndex start = firstMultipleFrom(stretch.range.first, options.step);
         start + options.length <= stretch.range.last;
         start += options.step) {
        if (!joinsSnapshots(*stretch.recording, {start, start + options.length})) {
            starts.push_back(start);
        }
    }
    if (starts.empty()) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("no whole window of {} samples fits into {} samples from {}",
                                options.length,
                                stretch.range.size(),
                                stretch.range.first),
                    stretch.recording->provenance.path,
                    "take a longer recording or a shorter window");
    }
    return WindowSet{stretch, options, std::move(starts)};
}

} // namespace spall::signal
