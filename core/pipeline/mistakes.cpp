// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/mistakes.h"

#include <algorithm>
#include <cmath>

namespace spall::pipeline {
namespace {

std::optional<MistakeKind> kindOf(signed char truth, char alarm)
{
    if (truth == 1 && alarm == 0) {
        return MistakeKind::Missed;
    }
    if (truth == 0 && alarm != 0) {
        return MistakeKind::FalseAlarm;
    }
    return std::nullopt;
}

void grow(Mistake& mistake, const ScoredRecording& scored, std::size_t window, double score)
{
    mistake.range.last = scored.windows[window].last;
    ++mistake.windowCount;
    if (std::isfinite(score) && score > mistake.peakScore) {
        mistake.peakScore = score;
        mistake.peakWindow = static_cast<std::int64_t>(window);
    }
}

/// Windows of one truth in a row with no alarm among them.
bool isQuietRun(std::span<const signed char> truth, std::span<const char> alarms, std::size_t at)
{
    std::size_t first = at;
    while (first > 0 && truth[first - 1] == truth[at]) {
        --first;
    }
    for (; first < truth.size() && truth[first] == truth[at]; ++first) {
        if (alarms[first] != 0) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<Mistake> mistakesOf(const ScoredRecording& scored,
                                const Decision& decision,
                                std::span<const signed char> truth)
{
    std::vector<Mistake> mistakes;
    std::optional<MistakeKind> running;
    const std::size_t count =
        std::min({truth.size(), decision.alarms.size(), decision.scores.size()});
    for (std::size_t at = 0; at < count; ++at) {
        const auto kind = kindOf(truth[at], decision.alarms[at]);
        if (kind && kind != running) {
            Mistake mistake;
            mistake.kind = *kind;
            mistake.range = scored.windows[at];
            mistake.firstWindow = static_cast<std::int64_t>(at);
            mistake.peakWindow = mistake.firstWindow;
            mistake.peakScore = decision.scores[at];
            mistake.isWholeEvent =
                *kind == MistakeKind::Missed && isQuietRun(truth.first(count), decision.alarms, at);
            mistakes.push_back(mistake);
        }
        if (kind) {
            grow(mistakes.back(), scored, at, decision.scores[at]);
        }
        running = kind;
    }
    return mistakes;
}

} // namespace spall::pipeline
