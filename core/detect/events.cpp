// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/events.h"

#include <algorithm>

namespace spall::detect {
namespace {

std::vector<char> keepSustained(const std::vector<char>& raw, const Hysteresis& hysteresis)
{
    if (hysteresis.of <= 1) {
        return raw;
    }
    const auto memory = static_cast<std::size_t>(hysteresis.of);
    std::vector<char> kept(raw.size());
    int above = 0;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        above += raw[i];
        if (i >= memory) {
            above -= raw[i - memory];
        }
        kept[i] = above >= hysteresis.need ? 1 : 0;
    }
    return kept;
}

/// The event that one run of alarms [first, last) is by itself.
Event eventOf(std::size_t first,
              std::size_t last,
              std::span<const double> scores,
              std::span<const SampleRange> ranges)
{
    const auto run = scores.subspan(first, last - first);
    const auto peak = std::max_element(run.begin(), run.end());
    return {{ranges[first].first, ranges[last - 1].last},
            static_cast<std::int64_t>(first),
            static_cast<std::int64_t>(last - first),
            *peak,
            static_cast<std::int64_t>(first) + (peak - run.begin())};
}

void extend(Event& event, const Event& next)
{
    event.range.last = std::max(event.range.last, next.range.last);
    event.windowCount = next.firstWindow + next.windowCount - event.firstWindow;
    if (next.peakScore > event.peakScore) {
        event.peakScore = next.peakScore;
        event.peakWindow = next.peakWindow;
    }
}

} // namespace

std::vector<char>
alarms(std::span<const double> scores, double threshold, const Hysteresis& hysteresis)
{
    std::vector<char> raw(scores.size());
    std::transform(scores.begin(), scores.end(), raw.begin(), [threshold](double score) -> char {
        return score > threshold ? 1 : 0;
    });
    return keepSustained(raw, hysteresis);
}

std::vector<char>
alarms(const score::ChannelScores& channels, const DualRule& rule, const Hysteresis& hysteresis)
{
    std::vector<char> raw(std::min(channels.rec.size(), channels.critic.size()));
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool rec = channels.rec[i] > rule.rec;
        const bool critic = channels.critic[i] > rule.critic;
        raw[i] = (rule.both ? rec && critic : rec || critic) ? 1 : 0;
    }
    return keepSustained(raw, hysteresis);
}

std::vector<Event> findEvents(std::span<const char> alarms,
                              std::span<const double> scores,
                              std::span<const SampleRange> ranges)
{
    std::vector<Event> events;
    const std::size_t count = std::min({alarms.size(), scores.size(), ranges.size()});
    const auto end = alarms.begin() + static_cast<std::ptrdiff_t>(count);
    auto first = std::find(alarms.begin(), end, 1);
    while (first != end) {
        const auto last = std::find(first, end, 0);
        const Event event = eventOf(static_cast<std::size_t>(first - alarms.begin()),
                                    static_cast<std::size_t>(last - alarms.begin()),
                                    scores,
                                    ranges);
        if (!events.empty() && event.range.first <= events.back().range.last) {
            extend(events.back(), event);
        } else {
            events.push_back(event);
        }
        first = std::find(last, end, 1);
    }
    return events;
}

} // namespace spall::detect
