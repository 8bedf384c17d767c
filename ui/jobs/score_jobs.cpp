// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/score_jobs.h"

namespace spall::ui {

namespace {

constexpr int kComparisonDelayMilliseconds = 300;

struct Scored {
    pipeline::ScoredPtr recording;
    std::shared_ptr<const signal::Pyramid> pyramid;
};

Result<Scored> score(const pipeline::Model& model,
                     const pipeline::Input& input,
                     const pipeline::Observer& observer)
{
    pipeline::ScoreOptions options;
    options.plainMethods = true;
    auto scored = pipeline::scoreRecording(model, input, options, observer);
    if (!scored) {
        return fail(scored.error());
    }
    const auto channel = static_cast<std::size_t>((*scored)->channel);
    const auto& samples = (*scored)->recording->channels.at(channel).samples;
    return Scored{*scored, std::make_shared<signal::Pyramid>(samples)};
}

} // namespace

ScoreJobs::ScoreJobs(Document& document,
                     JobRunner& analysis,
                     JobRunner& comparison,
                     QObject* parent)
    : QObject(parent), m_document(document), m_analysis(analysis), m_comparison(comparison)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kComparisonDelayMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &ScoreJobs::compare);
    connect(&m_document, &Document::modelChanged, this, &ScoreJobs::forgetModel);
    connect(&m_document, &Document::recordingsChanged, this, &ScoreJobs::scoreMissing);
    connect(&m_document, &Document::judgementChanged, &m_later, qOverload<>(&QTimer::start));
}

const Error* ScoreJobs::problem(const Entry& entry) const
{
    const auto at = m_problems.find({entry.input.recording.get(), entry.input.channel});
    return at == m_problems.end() ? nullptr : &at->second;
}

void ScoreJobs::forgetModel()
{
    for (const auto& [key, job] : m_scoring) {
        m_analysis.drop(job);
    }
    m_scoring.clear();
    m_problems.clear();
    m_comparison.drop(m_comparing); // of the model that was
    m_comparing = 0;
    scoreMissing();
}

void ScoreJobs::scoreMissing()
{
    // An address that has left the document may come to name another recording.
    std::erase_if(m_problems, [this](const auto& problem) { return indexOf(problem.first) < 0; });
    std::erase_if(m_scoring, [this](const auto& scoring) {
        const bool isGone = indexOf(scoring.first) < 0;
        if (isGone) {
            m_analysis.drop(scoring.second);
        }
        return isGone;
    });
    if (m_document.model()) {
        for (const Entry& entry : m_document.entries()) {
            const Key key{entry.input.recording.get(), entry.input.channel};
            if (!entry.scored && !m_scoring.contains(key) && !m_problems.contains(key)) {
                scoreEntry(entry);
            }
        }
    }
    Q_EMIT changed();
}

void ScoreJobs::scoreEntry(const Entry& entry)
{
    const Key key{entry.input.recording.get(), entry.input.channel};
    m_scoring[key] = m_analysis.start<Scored>(
        tr("scoring %1").arg(entry.name),
        [model = m_document.model(), input = entry.input](const pipeline::Observer& observer) {
            return score(*model, input, observer);
        },
        // The input is kept so that the address in the key names nothing else meanwhile.
        [this, key, input = entry.input](Result<Scored> scored) {
            m_scoring.erase(key);
            const int index = indexOf(key);
            if (!scored) {
                if (scored.error().code != ErrorCode::Cancelled) {
                    m_problems[key] = scored.error();
                }
            } else if (index >= 0) {
                m_document.setScored(index, scored->recording, scored->pyramid);
            }
            if (!isScoring()) { // also where the last one brought no scores to compare anew
                m_later.start();
            }
            Q_EMIT changed();
        });
}

int ScoreJobs::indexOf(const Key& key) const
{
    const auto& entries = m_document.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (Key{entries[i].input.recording.get(), entries[i].input.channel} == key) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void ScoreJobs::compare()
{
    if (!m_document.model() || isScoring()) {
        return;
    }
    auto scored = m_document.scored();
    m_comparison.drop(m_comparing);
    m_comparing = 0;
    if (scored.empty()) {
        m_document.setEvaluation(nullptr);
        return;
    }
    m_comparing = m_comparison.start<pipeline::Evaluation>(
        tr("comparing methods"),
        [model = m_document.model(),
         scored = std::move(scored),
         labels = m_document.labels(),
         decision = m_document.decision()](const pipeline::Observer& observer) {
            return pipeline::evaluate(*model, scored, labels, decision, observer.stop);
        },
        [this](Result<pipeline::Evaluation> evaluation) {
            m_comparing = 0;
            if (evaluation) {
                m_document.setEvaluation(
                    std::make_shared<pipeline::Evaluation>(std::move(*evaluation)));
            } else {
                m_document.setEvaluationProblem(evaluation.error());
            }
            Q_EMIT changed();
        });
}

} // namespace spall::ui
