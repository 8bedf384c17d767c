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

/// Marks the windows of runs of one truth that have no alarm among them.
std::vector<char> quietRuns(std::span<const signed char> truth, std::span<const char> alarms)
{
    std::vector<char> quiet(truth.size(), 0);
    for (std::size_t first = 0; first < truth.size();) {
        std::size_t last = first;
        bool isQuiet = true;
        for (; last < truth.size() && truth[last] == truth[first]; ++last) {
            isQuiet = isQuiet && alarms[last] == 0;
        }
        std::fill(quiet.begin() + static_cast<std::ptrdiff_t>(first),
                  quiet.begin() + static_cast<std::ptrdiff_t>(last),
                  isQuiet ? 1 : 0);
        first = last;
    }
    return quiet;
}

} // namespace

std::vector<Mistake> mistakesOf(const ScoredRecording& scored,
                                const Decision& decision,
                                std::span<const signed char> truth)
{
    std::vector<Mistake> mistakes;
    std::optional<MistakeKind> running;
    const std::size_t count =
        std::min({truth.size(), decision.alarms.size(), decision.scores().size()});
    const auto quiet = quietRuns(truth.first(count), decision.alarms);
    for (std::size_t at = 0; at < count; ++at) {
        const auto kind = kindOf(truth[at], decision.alarms[at]);
        if (kind && kind != running) {
            Mistake mistake;
            mistake.kind = *kind;
            mistake.range = scored.windows[at];
            mistake.firstWindow = static_cast<std::int64_t>(at);
            mistake.peakWindow = mistake.firstWindow;
            mistake.peakScore = decision.scores()[at];
            mistake.isWholeEvent = *kind == MistakeKind::Missed && quiet[at] != 0;
            mistakes.push_back(mistake);
        }
        if (kind) {
            grow(mistakes.back(), scored, at, decision.scores()[at]);
        }
        running = kind;
    }
    return mistakes;
}

} // namespace spall::pipeline
