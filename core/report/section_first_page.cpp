// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

/// Recordings of unknown role with a judged window, most alarmed first.
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

std::int64_t countRole(const Findings& findings, pipeline::Role role)
{
    return std::count_if(
        findings.recordings.begin(),
        findings.recordings.end(),
        [role](const JudgedRecording& judged) { return judged.scored->role == role; });
}

wording::Share shareOf(const Findings& findings, std::size_t recording)
{
    const evaluate::Rate& rate = findings.recordings[recording].alarmed;
    return {nameOf(findings, recording),
            percent(rate.value),
            intervalText(rate),
            wording::windows(rate.trials)};
}

std::string unknownVerdict(const Findings& findings, const std::vector<std::size_t>& judged)
{
    const std::optional<double> expected = expectedShare(findings);
    const evaluate::Rate& most = findings.recordings[judged.front()].alarmed;
    const wording::Share share = shareOf(findings, judged.front());
    if (!expected) {
        return wording::alarmedOnly(share);
    }
    const std::string nominal = percent(*expected);
    const auto departing = std::count_if(judged.begin(), judged.end(), [&](std::size_t i) {
        return findings.recordings[i].alarmed.low > *expected;
    });
    const auto all = static_cast<std::int64_t>(judged.size());
    if (departing > 0) {
        return all == 1 ? wording::departs(share, nominal)
                        : wording::someDepart(share, count(departing), count(all), nominal);
    }
    const std::string quiet = all == 1 ? wording::noSign(share, nominal)
                                       : wording::noSignInAny(share, count(all), nominal);
    // An interval that reaches this far would also cover a bearing in trouble.
    const bool isOpen = most.high > std::max(0.15, 3.0 * *expected);
    return isOpen ? quiet + " " + wording::tooFewToRuleOut(share.windows) : quiet;
}

std::string evaluationVerdict(const Findings& findings)
{
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    if (own == nullptr) {
        return wording::nothingJudged();
    }
    const auto& recall = own->metrics.recall;
    const auto& falseAlarms = own->metrics.falseAlarmRate;
    const bool hasRecall = recall && recall->trials > 0;
    const bool hasFalseAlarms = falseAlarms && falseAlarms->trials > 0;
    if (!hasRecall && !hasFalseAlarms) {
        return wording::nothingJudged();
    }
    if (!hasRecall) {
        return wording::healthyOnly(percent(falseAlarms->value),
                                    intervalText(*falseAlarms),
                                    wording::windows(falseAlarms->trials));
    }
    const std::int64_t faulty = countRole(findings, pipeline::Role::Faulty);
    const std::string found = wording::recallVerdict(
        percent(recall->value),
        intervalText(*recall),
        wording::windows(recall->trials) +
            (faulty > 0 ? " of " + wording::recordings(faulty) : std::string()));
    return hasFalseAlarms ? found + wording::falseAlarmClause(percent(falseAlarms->value),
                                                              intervalText(*falseAlarms))
                          : found + wording::falseAlarmsNotKnown();
}

Card rateCard(std::string name, const std::optional<evaluate::Rate>& rate, std::string missing)
{
    const bool isKnown = rate && rate->trials > 0;
    return {std::move(name),
            rateValue(rate),
            isKnown ? wording::restsOn(intervalText(*rate), wording::windows(rate->trials))
                    : std::move(missing)};
}

Card windowsCard(const Findings& findings)
{
    std::int64_t windows = 0;
    double seconds = 0.0;
    for (const JudgedRecording& judged : findings.recordings) {
        windows += judged.alarmed.trials;
        seconds +=
            duration(judged.scored->recording->sampleCount(), judged.scored->recording->rate.value)
                .value;
    }
    const auto recordings = static_cast<std::int64_t>(findings.recordings.size());
    return {"Windows judged",
            count(windows),
            wording::windowsNote(durationText(Seconds{seconds}), wording::recordings(recordings))};
}

} // namespace

std::string verdict(const Findings& findings)
{
    const std::vector<std::size_t> judged = toBeJudged(findings);
    return judged.empty() ? evaluationVerdict(findings) : unknownVerdict(findings, judged);
}

std::vector<Card> keyNumbers(const Findings& findings)
{
    const pipeline::MethodResult* own = ownResult(findings.evaluation);
    const evaluate::Metrics none;
    const evaluate::Metrics& metrics = own == nullptr ? none : own->metrics;
    std::vector<Card> cards;
    const std::vector<std::size_t> judged = toBeJudged(findings);
    if (judged.empty()) {
        cards.push_back(rateCard("Recall", metrics.recall, "no faulty recording"));
    } else {
        const std::string name = judged.size() == 1 ? "Alarmed" : "Most alarmed";
        cards.push_back(rateCard(name, findings.recordings[judged.front()].alarmed, ""));
    }
    cards.push_back(
        rateCard("False-alarm rate", metrics.falseAlarmRate, "no unseen healthy window"));
    const bool isDual = findings.decision.dual.has_value();
    cards.push_back({"Threshold",
                     isDual ? "two" : compact(findings.threshold.value) + "\u00A0σ",
                     isDual ? wording::dual(*findings.decision.dual)
                            : wording::policy(findings.decision.policy)});
    cards.push_back(windowsCard(findings));
    return cards;
}

} // namespace spall::report
