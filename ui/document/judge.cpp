// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/judge.h"

#include <algorithm>

namespace spall::ui {

namespace {

constexpr signed char kNotJudged = -1;
constexpr signed char kHealthy = 0;
constexpr signed char kFaulty = 1;

double overlapOf(const pipeline::Model& model)
{
    const auto& window = model.settings.window;
    return std::max(1.0,
                    static_cast<double>(window.length) /
                        static_cast<double>(std::max<SampleCount>(1, window.step)));
}

/// What one recording adds to the counts.
struct Tally {
    evaluate::Confusion confusion;
    std::int64_t falseEvents = 0;
    double healthySeconds = 0.0;
};

void addWindow(evaluate::Confusion& confusion, signed char truth, bool alarmed)
{
    if (truth == kHealthy) {
        ++(alarmed ? confusion.falsePositive : confusion.trueNegative);
    } else if (truth == kFaulty) {
        ++(alarmed ? confusion.truePositive : confusion.falseNegative);
    }
}

void addRecording(Tally& tally,
                  const pipeline::ScoredRecording& scored,
                  const pipeline::Decision& decision,
                  std::span<const signed char> truth)
{
    std::int64_t healthyWindows = 0;
    bool inFalseEvent = false;
    for (std::size_t i = 0; i < truth.size() && i < decision.alarms.size(); ++i) {
        const bool alarmed = decision.alarms[i] != 0;
        addWindow(tally.confusion, truth[i], alarmed);
        const bool isFalse = alarmed && truth[i] == kHealthy;
        tally.falseEvents += isFalse && !inFalseEvent ? 1 : 0;
        inFalseEvent = isFalse;
        healthyWindows += truth[i] == kHealthy ? 1 : 0;
    }
    if (healthyWindows > 0 && scored.windows.size() > 1) {
        const SampleCount step = scored.windows[1].first - scored.windows[0].first;
        tally.healthySeconds += duration(healthyWindows * step, scored.recording->rate.value).value;
    }
}

/// Share of alarmed windows among those that the model has not learned from.
evaluate::Rate alarmedShare(const pipeline::ScoredRecording& scored,
                            const pipeline::Decision& decision,
                            double overlap)
{
    std::int64_t hits = 0;
    std::int64_t trials = 0;
    for (std::size_t i = 0; i < decision.alarms.size(); ++i) {
        if (i < scored.learned.size() && scored.learned[i] != 0) {
            continue;
        }
        ++trials;
        hits += decision.alarms[i] != 0 ? 1 : 0;
    }
    return evaluate::wilson(hits, trials, overlap);
}

/// What is known of each window and may be counted: best F1 is chosen on one half of each recording
/// and told about the other.
std::vector<signed char> countedTruth(const pipeline::ScoredRecording& scored,
                                      std::span<const io::Label> labels,
                                      detect::PolicyKind policy)
{
    std::vector<signed char> truth = pipeline::truthOfWindows(scored, labels);
    if (policy == detect::PolicyKind::BestF1) {
        const auto parts = pipeline::validationWindows(scored);
        for (std::size_t i = 0; i < truth.size(); ++i) {
            truth[i] = parts[i] == pipeline::Part::Test ? truth[i] : kNotJudged;
        }
    }
    return truth;
}

void chooseThreshold(Judgement& judgement,
                     const pipeline::Model& model,
                     std::span<const Entry> entries,
                     const detect::DecisionOptions& options,
                     const detect::Threshold& previous)
{
    std::vector<pipeline::ScoredPtr> scored;
    for (const Entry& entry : entries) {
        if (entry.scored) {
            scored.push_back(entry.scored);
        }
    }
    auto threshold = pipeline::chooseThreshold(model, options, scored);
    if (threshold) {
        judgement.threshold = std::move(*threshold);
    } else {
        judgement.threshold = previous;
        judgement.problem = threshold.error();
    }
}

} // namespace

void Judge::gather(std::span<const Entry> entries,
                   std::span<const io::Label> labels,
                   const detect::DecisionOptions& options,
                   const std::vector<pipeline::Decision>& decisions)
{
    const bool isBestF1 = options.policy.kind == detect::PolicyKind::BestF1;
    if (m_scores && m_scores->fusion == options.fusion && m_scores->lambda == options.lambda &&
        m_scores->smoothing == options.smoothing && m_scores->isBestF1 == isBestF1) {
        return;
    }
    Scores scores{options.fusion, options.lambda, options.smoothing, isBestF1, {}, {}, {}};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        scores.truths.emplace_back();
        if (!entries[i].scored) {
            continue;
        }
        scores.truths.back() = countedTruth(*entries[i].scored, labels, options.policy.kind);
        const auto& truth = scores.truths.back();
        for (std::size_t w = 0; w < truth.size() && w < decisions[i].scores.size(); ++w) {
            if (truth[w] == kHealthy) {
                scores.healthy.push_back(decisions[i].scores[w]);
            } else if (truth[w] == kFaulty) {
                scores.faulty.push_back(decisions[i].scores[w]);
            }
        }
    }
    std::sort(scores.healthy.begin(), scores.healthy.end());
    std::sort(scores.faulty.begin(), scores.faulty.end());
    m_scores = std::move(scores);
}

Judgement Judge::judge(const pipeline::Model& model,
                       std::span<const Entry> entries,
                       std::span<const io::Label> labels,
                       const detect::DecisionOptions& options,
                       const detect::Threshold& previous)
{
    Judgement judgement;
    chooseThreshold(judgement, model, entries, options, previous);
    const double overlap = overlapOf(model);
    for (const Entry& entry : entries) {
        judgement.decisions.push_back(
            entry.scored ? pipeline::decide(*entry.scored, options, judgement.threshold.value)
                         : pipeline::Decision{});
        judgement.alarmed.push_back(
            entry.scored ? alarmedShare(*entry.scored, judgement.decisions.back(), overlap)
                         : evaluate::Rate{});
    }
    gather(entries, labels, options, judgement.decisions);
    Tally tally;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].scored) {
            addRecording(tally, *entries[i].scored, judgement.decisions[i], m_scores->truths[i]);
        }
    }
    judgement.metrics = evaluate::metrics(tally.confusion, overlap);
    if (tally.healthySeconds > 0.0) {
        judgement.metrics.falseAlarmsPerHour =
            static_cast<double>(tally.falseEvents) * 3600.0 / tally.healthySeconds;
    }
    judgement.healthyScores = m_scores->healthy;
    judgement.faultyScores = m_scores->faulty;
    return judgement;
}

} // namespace spall::ui
