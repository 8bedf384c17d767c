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

Event eventAt(std::size_t window, std::span<const double> scores, const SampleRange& range)
{
    const auto index = static_cast<std::int64_t>(window);
    return {range, index, 1, scores[window], index};
}

void extend(Event& event, const Event& next)
{
    event.range.last = std::max(event.range.last, next.range.last);
    event.windowCount = next.firstWindow - event.firstWindow + 1;
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
    std::size_t previous = 0;
    const std::size_t count = std::min({alarms.size(), scores.size(), ranges.size()});
    const char* const flags = alarms.data();
    const auto nextAlarm = [flags, count](std::size_t from) {
        return static_cast<std::size_t>(std::find(flags + from, flags + count, 1) - flags);
    };
    for (std::size_t i = nextAlarm(0); i < count; i = nextAlarm(i + 1)) {
        const Event event = eventAt(i, scores, ranges[i]);
        const bool sameRun = !events.empty() && i == previous + 1;
        if (sameRun || (!events.empty() && event.range.first <= events.back().range.last)) {
            extend(events.back(), event);
        } else {
            events.push_back(event);
        }
        previous = i;
    }
    return events;
}

} // namespace spall::detect
