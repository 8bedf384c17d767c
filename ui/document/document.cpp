// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/base/platform.h"
#include "ui/document/document_command.h"

#include <algorithm>

namespace spall::ui {

namespace {

pipeline::ScoredPtr withRole(const pipeline::ScoredPtr& scored, pipeline::Role role)
{
    if (!scored || scored->role == role) {
        return scored;
    }
    auto changed = std::make_shared<pipeline::ScoredRecording>(*scored);
    changed->role = role;
    return changed;
}

} // namespace

Document::Document(QObject* parent) : QObject(parent) {}

const Entry* Document::current() const
{
    return m_current < 0 ? nullptr : &m_entries.at(static_cast<std::size_t>(m_current));
}

std::vector<pipeline::Input> Document::inputs() const
{
    std::vector<pipeline::Input> inputs;
    for (const Entry& entry : m_entries) {
        inputs.push_back(entry.input);
    }
    return inputs;
}

std::vector<pipeline::ScoredPtr> Document::scored() const
{
    std::vector<pipeline::ScoredPtr> scored;
    for (const Entry& entry : m_entries) {
        if (entry.scored) {
            scored.push_back(entry.scored);
        }
    }
    return scored;
}

ModelState Document::exchangeModel(ModelState state)
{
    ModelState before{m_model, m_modelPath, m_decision, {}, m_evaluation};
    state.scores.resize(m_entries.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry& entry = m_entries[i];
        before.scores.push_back({entry.scored, entry.scoredPyramid});
        entry.scored = withRole(state.scores[i].scored, entry.input.role);
        entry.scoredPyramid = state.scores[i].pyramid;
    }
    m_model = std::move(state.model);
    m_modelPath = state.path;
    m_decision = state.decision;
    m_evaluation = std::move(state.evaluation);
    m_evaluationProblem.reset();
    m_judge.forget();
    judge();
    tellModel();
    return before;
}

void Document::tellModel()
{
    Q_EMIT modelChanged();
    Q_EMIT evaluationChanged();
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        Q_EMIT scoredChanged(i);
    }
    Q_EMIT decisionChanged();
    Q_EMIT judgementChanged();
}

void Document::setModelPath(const QString& path)
{
    m_modelPath = path;
}

void Document::restore(DocumentContent content)
{
    m_undo.clear();
    m_entries.clear();
    giveBackFreedMemory();
    for (Entry& entry : content.entries) {
        entry.name = uniqueName(QString::fromStdString(entry.input.recording->provenance.path));
        m_entries.push_back(std::move(entry));
    }
    m_current = std::clamp(content.current, -1, static_cast<int>(m_entries.size()) - 1);
    m_model = std::move(content.model);
    m_modelPath = content.modelPath;
    m_decision = content.decision;
    m_training = std::move(content.training);
    m_labels = std::move(content.labels);
    m_bearing = std::move(content.bearing);
    m_names = std::move(content.names);
    m_evaluation.reset();
    m_evaluationProblem.reset();
    m_judge.forget();
    judge();
    Q_EMIT recordingsChanged();
    Q_EMIT currentChanged();
    Q_EMIT labelsChanged();
    Q_EMIT trainSettingsChanged();
    Q_EMIT machineChanged();
    Q_EMIT reportNamesChanged();
    tellModel();
}

void Document::setScored(int index,
                         pipeline::ScoredPtr scored,
                         std::shared_ptr<const signal::Pyramid> pyramid)
{
    Entry& entry = m_entries.at(static_cast<std::size_t>(index));
    entry.scored = withRole(scored, entry.input.role);
    entry.scoredPyramid = std::move(pyramid);
    m_judge.forget();
    judge();
    Q_EMIT scoredChanged(index);
    Q_EMIT judgementChanged();
}

void Document::setEvaluation(std::shared_ptr<const pipeline::Evaluation> evaluation)
{
    m_evaluation = std::move(evaluation);
    m_evaluationProblem.reset();
    Q_EMIT evaluationChanged();
}

void Document::setEvaluationProblem(const Error& problem)
{
    m_evaluation.reset();
    m_evaluationProblem = problem;
    Q_EMIT evaluationChanged();
}

void Document::setCurrentIndex(int index)
{
    if (index == m_current || index < -1 || index >= static_cast<int>(m_entries.size())) {
        return;
    }
    m_current = index;
    Q_EMIT currentChanged();
}

void Document::applyRole(int index, pipeline::Role role)
{
    Entry& entry = m_entries.at(static_cast<std::size_t>(index));
    entry.input.role = role;
    entry.scored = withRole(entry.scored, role);
    m_judge.forget();
    judge();
    Q_EMIT recordingsChanged();
    Q_EMIT judgementChanged();
}

void Document::applyEntry(int index, const Entry& entry)
{
    m_entries.at(static_cast<std::size_t>(index)) = entry;
    m_judge.forget();
    judge();
    Q_EMIT recordingsChanged();
    Q_EMIT scoredChanged(index);
    if (index == m_current) {
        Q_EMIT currentChanged();
    }
    Q_EMIT judgementChanged();
}

void Document::insertEntry(int index, const Entry& entry)
{
    m_entries.insert(m_entries.begin() + index, entry);
    const bool movesCurrent = m_current < 0 || index <= m_current;
    m_current = m_current < 0 ? index : m_current + (index <= m_current ? 1 : 0);
    m_judge.forget();
    judge();
    Q_EMIT recordingsChanged();
    if (movesCurrent) {
        Q_EMIT currentChanged();
    }
    Q_EMIT judgementChanged();
}

void Document::takeEntry(int index)
{
    m_entries.erase(m_entries.begin() + index);
    const int last = static_cast<int>(m_entries.size()) - 1;
    const bool movesCurrent = index <= m_current;
    m_current = std::min(index < m_current ? m_current - 1 : m_current, last);
    m_judge.forget();
    judge();
    Q_EMIT recordingsChanged();
    if (movesCurrent) {
        Q_EMIT currentChanged();
    }
    Q_EMIT judgementChanged();
}

void Document::applyDecision(const detect::DecisionOptions& decision)
{
    m_decision = decision;
    judge();
    Q_EMIT decisionChanged();
    Q_EMIT judgementChanged();
}

void Document::applyLabels(const std::vector<io::Label>& labels)
{
    m_labels = labels;
    m_judge.forget();
    judge();
    Q_EMIT labelsChanged();
    Q_EMIT judgementChanged();
}

void Document::applyBearing(const std::optional<signal::BearingGeometry>& bearing)
{
    m_bearing = bearing;
    Q_EMIT machineChanged();
}

void Document::applyReportNames(const pipeline::ReportNames& names)
{
    m_names = names;
    Q_EMIT reportNamesChanged();
}

void Document::applySpeed(int index, std::optional<Rpm> speed)
{
    m_entries.at(static_cast<std::size_t>(index)).statedSpeed = speed;
    Q_EMIT machineChanged();
}

void Document::applyTrainSettings(const pipeline::TrainSettings& settings)
{
    m_training = settings;
    Q_EMIT trainSettingsChanged();
}

void Document::judge()
{
    if (m_model) {
        m_judgement =
            m_judge.judge(*m_model, m_entries, m_labels, m_decision, m_judgement.threshold);
        return;
    }
    Judgement nothing;
    nothing.decisions.resize(m_entries.size());
    nothing.alarmed.resize(m_entries.size());
    m_judgement = std::move(nothing);
}

} // namespace spall::ui
