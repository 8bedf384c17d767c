// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findings.h"

#include "core/report/number_text.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

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

std::optional<ExpectedShare> expectedShare(const Findings& findings)
{
    // The share of windows above the threshold; a rule over several windows alarms on another one.
    const bool isPromised = findings.decision.policy.kind == detect::PolicyKind::FalseAlarmRate &&
                            !findings.decision.dual && findings.decision.hysteresis.of <= 1;
    const double promised = isPromised ? findings.decision.policy.value : 0.0;
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    const auto measured = own == nullptr ? std::nullopt : own->metrics.falseAlarmRate;
    if (measured && measured->trials > 0) {
        const double value = std::max(promised, measured->value);
        return ExpectedShare{value, isPromised ? value : measured->high};
    }
    return isPromised ? std::optional(ExpectedShare{promised, promised}) : std::nullopt;
}

std::string expectedText(const Words& words, const ExpectedShare& expected)
{
    return expected.most > expected.value
               ? words(Phrase::AtMost, {percent(expected.value), percent(expected.most)})
               : percent(expected.value);
}

bool departs(const evaluate::Rate& alarmed, const ExpectedShare& expected)
{
    return alarmed.trials > 0 && alarmed.low > expected.most;
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
    bool needsChannel = false;
    bool needsFolder = false;
    for (std::size_t other = 0; other < findings.recordings.size(); ++other) {
        const std::string& its = findings.recordings[other].scored->recording->provenance.path;
        needsChannel = needsChannel || (other != recording && its == path);
        needsFolder = needsFolder || (its != path && fileName(its) == fileName(path));
    }
    const std::string folder = std::filesystem::path(path).parent_path().filename().string();
    std::string name =
        needsFolder && !folder.empty() ? folder + "/" + fileName(path) : fileName(path);
    const signal::Channel* channel = channelIfAny(scored);
    return needsChannel && channel != nullptr ? name + " " + channel->name : name;
}

} // namespace spall::report
