// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does to the document: each a command that can be undone.
#include "ui/document/document.h"
#include "ui/document/document_command.h"

#include <QFileInfo>

#include <algorithm>

namespace spall::ui {
void Document::addRecording(pipeline::Input input,
                            std::shared_ptr<const signal::Pyramid> pyramid,
                            std::shared_ptr<const Preview> preview)
{
    Entry entry;
    entry.input = std::move(input);
    entry.pyramid = std::move(pyramid);
    entry.preview = std::move(preview);
    addRecording(std::move(entry));
}

void Document::addRecording(Entry entry)
{
    entry.name = uniqueName(QString::fromStdString(entry.input.recording->provenance.path));
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

void Document::setTrainSettings(const pipeline::TrainSettings& settings, const QString& what)
{
    if (settings == m_training) {
        return;
    }
    m_undo.push(new DocumentCommand(*this, SettingsChange{m_training, settings, m_gesture}, what));
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

void Document::setRate(int index, signal::RecordingPtr recording)
{
    const Entry& before = m_entries.at(static_cast<std::size_t>(index));
    Entry after = before;
    after.input.recording = std::move(recording);
    if (before.preview) {
        after.preview = std::make_shared<Preview>(atRate(*before.preview,
                                                         before.input.recording->rate.value,
                                                         after.input.recording->rate.value));
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

void Document::replaceRecording(int index, Entry after)
{
    const Entry& before = m_entries.at(static_cast<std::size_t>(index));
    after.name = before.name;
    m_undo.push(new DocumentCommand(
        *this, EntryChange{index, before, std::move(after)}, tr("read %1 again").arg(before.name)));
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

void Document::setReportNames(const pipeline::ReportNames& names)
{
    if (names != m_names) {
        m_undo.push(
            new DocumentCommand(*this, NamesChange{m_names, names, m_gesture}, tr("report text")));
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

} // namespace spall::ui
