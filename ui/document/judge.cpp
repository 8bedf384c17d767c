// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/judge.h"

#include "core/pipeline/tally.h"

#include <algorithm>

namespace spall::ui {

namespace {

void chooseThreshold(Judgement& judgement,
                     const pipeline::Model& model,
                     std::span<const pipeline::ScoredPtr> scored,
                     std::span<const io::Label> labels,
                     const detect::DecisionOptions& options,
                     const detect::Threshold& previous)
{
    auto threshold = pipeline::chooseThreshold(model, options, scored, labels);
    if (threshold) {
        judgement.threshold = std::move(*threshold);
    } else {
        judgement.threshold = previous;
        judgement.problem = threshold.error();
    }
}

std::shared_ptr<const Counted> count(std::span<const Entry> entries,
                                     std::span<const io::Label> labels,
                                     detect::PolicyKind policy,
                                     std::span<const pipeline::FusedPtr> fused)
{
    auto counted = std::make_shared<Counted>();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        counted->truths.emplace_back();
        if (!entries[i].scored) {
            continue;
        }
        pipeline::Truth& truth = counted->truths.back();
        truth = pipeline::countedTruth(*entries[i].scored, labels, policy);
        counted->healthyDuration.value +=
            pipeline::healthyDuration(*entries[i].scored, truth).value;
        for (std::size_t w = 0; w < truth.size(); ++w) {
            if (truth[w] >= 0) {
                (truth[w] == 1 ? counted->faulty : counted->healthy).push_back((*fused[i])[w]);
            }
        }
    }
    std::sort(counted->healthy.begin(), counted->healthy.end());
    std::sort(counted->faulty.begin(), counted->faulty.end());
    return counted;
}

} // namespace

void Judge::prepare(const Basis& basis,
                    std::span<const Entry> entries,
                    std::span<const io::Label> labels,
                    const detect::DecisionOptions& options)
{
    m_fused.clear();
    for (const Entry& entry : entries) {
        m_fused.push_back(entry.scored ? pipeline::fuse(*entry.scored, options) : nullptr);
    }
    m_counted = count(entries, labels, options.policy.kind, m_fused);
    m_basis = basis;
}

Judgement Judge::judge(const pipeline::Model& model,
                       std::span<const Entry> entries,
                       std::span<const io::Label> labels,
                       const detect::DecisionOptions& options,
                       const detect::Threshold& previous)
{
    std::vector<pipeline::ScoredPtr> scored;
    for (const Entry& entry : entries) {
        if (entry.scored) {
            scored.push_back(entry.scored);
        }
    }
    Judgement judgement;
    judgement.dual = options.dual;
    chooseThreshold(judgement, model, scored, labels, options, previous);
    const Basis basis{options.fusion,
                      options.lambda,
                      options.smoothing,
                      options.policy.kind == detect::PolicyKind::BestF1};
    if (basis != m_basis) {
        prepare(basis, entries, labels, options);
    }
    judgement.counted = m_counted;
    pipeline::Tally tally;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        pipeline::Decision& decision = judgement.decisions.emplace_back();
        judgement.alarmed.emplace_back();
        if (const auto& each = entries[i].scored) {
            decision = pipeline::decide(*each, m_fused[i], options, judgement.threshold.value);
            judgement.alarmed.back() =
                pipeline::alarmedShare(*each, decision.alarms, options, labels);
            pipeline::add(tally, decision.alarms, m_counted->truths[i], each->windows);
        }
    }
    judgement.metrics = pipeline::metricsOf(
        tally, m_counted->healthyDuration, pipeline::overlapOf(scored, options.smoothing));
    return judgement;
}

} // namespace spall::ui
