// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/io/import_checks.h"
#include "ui/document/document_command.h"

#include <QFileInfo>

#include <algorithm>

namespace spall::ui {

namespace {

/// The recording at another rate. Doubts that came from the old rate go, those of the new one come.
signal::RecordingPtr withRate(const signal::Recording& recording, Hertz rate)
{
    auto changed = std::make_shared<signal::Recording>(recording);
    const std::vector<std::string> old = io::doubts(recording);
    changed->rate = {rate, signal::Source::Argument, "set by hand"};
    std::erase_if(changed->warnings, [&old](const std::string& warning) {
        return std::find(old.begin(), old.end(), warning) != old.end();
    });
    for (std::string& doubt : io::doubts(*changed)) {
        changed->warnings.push_back(std::move(doubt));
    }
    return changed;
}

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

QString Document::uniqueName(const QString& path) const
{
    const QString name = QFileInfo(path).fileName();
    QString candidate = name;
    for (int copy = 2;; ++copy) {
        const bool taken = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
            return entry.name == candidate;
        });
        if (!taken) {
            return candidate;
        }
        candidate = QStringLiteral("%1 (%2)").arg(name).arg(copy);
    }
}

void Document::addRecording(pipeline::Input input,
                            std::shared_ptr<const signal::Pyramid> pyramid,
                            std::shared_ptr<const Preview> preview,
                            const QString& variable)
{
    Entry entry;
    entry.name = uniqueName(QString::fromStdString(input.recording->provenance.path));
    entry.variable = variable;
    entry.input = std::move(input);
    entry.pyramid = std::move(pyramid);
    entry.preview = std::move(preview);
    const int index = static_cast<int>(m_entries.size());
    m_undo.push(new DocumentCommand(*this, Insertion{index, entry}, tr("open %1").arg(entry.name)));
}

void Document::setModel(pipeline::ModelPtr model, const QString& path)
{
    ModelState state;
    state.decision = model ? model->decision : m_decision;
    state.model = std::move(model);
    state.path = path;
    m_undo.push(new DocumentCommand(*this, ModelChange{std::move(state)}, tr("new model")));
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
    m_evaluation.reset();
    m_judge.forget();
    judge();
    Q_EMIT recordingsChanged();
    Q_EMIT currentChanged();
    Q_EMIT labelsChanged();
    Q_EMIT trainSettingsChanged();
    Q_EMIT machineChanged();
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
    Q_EMIT evaluationChanged();
}

void Document::setRole(int index, pipeline::Role role)
{
    const Entry& entry = m_entries.at(static_cast<std::size_t>(index));
    if (entry.input.role == role) {
        return;
    }
    m_undo.push(new DocumentCommand(
        *this, RoleChange{index, entry.input.role, role}, tr("role of %1").arg(entry.name)));
}

void Document::setRate(int index, Hertz rate)
{
    const Entry& before = m_entries.at(static_cast<std::size_t>(index));
    const auto& present = before.input.recording->rate;
    if (present.value == rate && signal::isStated(present.source)) {
        return;
    }
    Entry after = before;
    after.input.recording = withRate(*before.input.recording, rate);
    if (before.preview) {
        after.preview = std::make_shared<Preview>(atRate(*before.preview, present.value, rate));
    }
    after.scored.reset();
    after.scoredPyramid.reset();
    m_undo.push(new DocumentCommand(
        *this, EntryChange{index, before, after}, tr("rate of %1").arg(before.name)));
}

void Document::setChannel(int index,
                          int channel,
                          std::shared_ptr<const signal::Pyramid> pyramid,
                          std::shared_ptr<const Preview> preview)
{
    const Entry& before = m_entries.at(static_cast<std::size_t>(index));
    if (before.input.channel == channel) {
        return;
    }
    Entry after = before;
    after.input.channel = channel;
    after.pyramid = std::move(pyramid);
    after.preview = std::move(preview);
    after.scored.reset();
    after.scoredPyramid.reset();
    m_undo.push(new DocumentCommand(
        *this, EntryChange{index, before, after}, tr("channel of %1").arg(before.name)));
}

void Document::removeRecording(int index)
{
    const Entry& entry = m_entries.at(static_cast<std::size_t>(index));
    m_undo.push(new DocumentCommand(*this, Removal{index, entry}, tr("remove %1").arg(entry.name)));
}

void Document::setDecision(const detect::DecisionOptions& decision, const QString& what)
{
    if (decision == m_decision) {
        return;
    }
    m_undo.push(new DocumentCommand(*this, DecisionChange{m_decision, decision, m_gesture}, what));
}

void Document::endGesture()
{
    ++m_gesture;
}

void Document::setLabels(std::vector<io::Label> labels, const QString& what)
{
    if (labels == m_labels) {
        return;
    }
    m_undo.push(
        new DocumentCommand(*this, LabelsChange{m_labels, std::move(labels), m_gesture}, what));
}

void Document::setBearing(const std::optional<signal::BearingGeometry>& bearing)
{
    if (bearing != m_bearing) {
        m_undo.push(new DocumentCommand(*this, BearingChange{m_bearing, bearing}, tr("bearing")));
    }
}

void Document::setSpeed(int index, std::optional<Rpm> speed)
{
    const Entry& entry = m_entries.at(static_cast<std::size_t>(index));
    if (speed != entry.statedSpeed) {
        m_undo.push(new DocumentCommand(*this,
                                        SpeedChange{index, entry.statedSpeed, speed},
                                        tr("speed of %1").arg(entry.name)));
    }
}

void Document::setTrainSettings(const pipeline::TrainSettings& settings, const QString& what)
{
    if (settings == m_training) {
        return;
    }
    m_undo.push(new DocumentCommand(*this, SettingsChange{m_training, settings, m_gesture}, what));
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
    m_judgement = {};
    m_judgement.decisions.resize(m_entries.size());
    m_judgement.alarmed.resize(m_entries.size());
}

} // namespace spall::ui
