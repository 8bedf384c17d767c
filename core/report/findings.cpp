// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findings.h"

#include "core/report/number_text.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

const signal::Channel* channelIfAny(const pipeline::ScoredRecording& scored)
{
    const auto at = static_cast<std::size_t>(scored.channel);
    return at < scored.recording->channels.size() ? &scored.recording->channels[at] : nullptr;
}

/// The most alarmed recording of a role; -1 when none of that role has a judged window.
int mostAlarmed(const Findings& findings, std::optional<pipeline::Role> role)
{
    int best = -1;
    double bestShare = -1.0;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        const bool isWanted = !role || (judged.scored->role == *role && judged.alarmed.trials > 0);
        if (isWanted && judged.alarmed.value > bestShare) {
            best = static_cast<int>(i);
            bestShare = judged.alarmed.value;
        }
    }
    return best;
}

} // namespace

bool isFleet(std::size_t recordings)
{
    constexpr std::size_t kMostPicturedWhole = 4;
    return recordings > kMostPicturedWhole;
}

std::size_t mostPictured(std::size_t recordings)
{
    constexpr std::size_t kPictures = 12;
    return std::max<std::size_t>(1, kPictures / std::max<std::size_t>(1, recordings));
}

std::vector<std::size_t> toBeJudged(const Findings& findings)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        if (judged.scored->role == pipeline::Role::Unknown && judged.alarmed.trials > 0) {
            found.push_back(i);
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
        return findings.recordings[a].alarmed.value > findings.recordings[b].alarmed.value;
    });
    return found;
}

const pipeline::MethodResult* ownResult(const pipeline::Evaluation& evaluation)
{
    return evaluation.methods.empty() ? nullptr : &evaluation.methods.front();
}

std::optional<double> expectedShare(const Findings& findings)
{
    // The share of windows above the threshold; a rule over several windows alarms on another one.
    std::optional<double> expected;
    if (findings.decision.policy.kind == detect::PolicyKind::FalseAlarmRate &&
        !findings.decision.dual && findings.decision.hysteresis.of <= 1) {
        expected = findings.decision.policy.value;
    }
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    if (own != nullptr && own->metrics.falseAlarmRate && own->metrics.falseAlarmRate->trials > 0) {
        expected = std::max(expected.value_or(0.0), own->metrics.falseAlarmRate->value);
    }
    return expected;
}

int mostTelling(const Findings& findings)
{
    for (const pipeline::Role role : {pipeline::Role::Unknown, pipeline::Role::Faulty}) {
        if (const int found = mostAlarmed(findings, role); found >= 0) {
            return found;
        }
    }
    return mostAlarmed(findings, std::nullopt);
}

std::string notJudged(const Findings& findings, std::size_t recording)
{
    const auto& learned = findings.recordings[recording].scored->learned;
    const bool isAllLearned =
        std::all_of(learned.begin(), learned.end(), [](char one) { return one != 0; });
    return findings.words(isAllLearned ? Phrase::AllLearned : Phrase::NoneJudged,
                          {nameOf(findings, recording)});
}

std::string nameOf(const Findings& findings, std::size_t recording)
{
    const pipeline::ScoredRecording& scored = *findings.recordings[recording].scored;
    const std::string& path = scored.recording->provenance.path;
    const auto isSameFile = [&](const JudgedRecording& other) {
        return other.scored->recording->provenance.path == path;
    };
    const auto twins =
        std::count_if(findings.recordings.begin(), findings.recordings.end(), isSameFile);
    const signal::Channel* channel = channelIfAny(scored);
    const bool needsChannel = twins > 1 && channel != nullptr;
    return needsChannel ? fileName(path) + " " + channel->name : fileName(path);
}

} // namespace spall::report
