// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document_command.h"

namespace spall::ui {

DocumentCommand::DocumentCommand(Document& document, Change change, const QString& text)
    : QUndoCommand(text), m_document(document), m_change(std::move(change))
{
}

void DocumentCommand::undo()
{
    std::visit([this](auto& change) { set(change, false); }, m_change);
}

void DocumentCommand::redo()
{
    std::visit([this](auto& change) { set(change, true); }, m_change);
}

int DocumentCommand::id() const
{
    const bool mergeable = std::holds_alternative<DecisionChange>(m_change) ||
                           std::holds_alternative<LabelsChange>(m_change) ||
                           std::holds_alternative<SettingsChange>(m_change) ||
                           std::holds_alternative<NamesChange>(m_change);
    return mergeable ? static_cast<int>(m_change.index()) : -1;
}

bool DocumentCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const DocumentCommand*>(other);
    if (next->text() != text()) {
        return false;
    }
    const auto merge = [this](auto& mine, const auto& theirs) {
        if (mine.gesture != theirs.gesture) {
            return false;
        }
        mine.after = theirs.after;
        setObsolete(mine.after == mine.before);
        return true;
    };
    if (auto* decision = std::get_if<DecisionChange>(&m_change)) {
        return merge(*decision, std::get<DecisionChange>(next->m_change));
    }
    if (auto* labels = std::get_if<LabelsChange>(&m_change)) {
        return merge(*labels, std::get<LabelsChange>(next->m_change));
    }
    if (auto* settings = std::get_if<SettingsChange>(&m_change)) {
        return merge(*settings, std::get<SettingsChange>(next->m_change));
    }
    if (auto* names = std::get_if<NamesChange>(&m_change)) {
        return merge(*names, std::get<NamesChange>(next->m_change));
    }
    return false;
}

void DocumentCommand::set(const RoleChange& change, bool forward)
{
    m_document.applyRole(change.index, forward ? change.after : change.before);
}

void DocumentCommand::set(const EntryChange& change, bool forward)
{
    m_document.applyEntry(change.index, forward ? change.after : change.before);
}

void DocumentCommand::set(Insertion& change, bool forward)
{
    if (forward) {
        m_document.insertEntry(change.index, change.entry);
        return;
    }
    // It may have been scored since.
    change.entry = m_document.entries().at(static_cast<std::size_t>(change.index));
    m_document.takeEntry(change.index);
}

void DocumentCommand::set(ModelChange& change, bool)
{
    change.other = m_document.exchangeModel(std::move(change.other));
}

void DocumentCommand::set(const Removal& change, bool forward)
{
    if (forward) {
        m_document.takeEntry(change.index);
    } else {
        m_document.insertEntry(change.index, change.entry);
    }
}

void DocumentCommand::set(const DecisionChange& change, bool forward)
{
    m_document.applyDecision(forward ? change.after : change.before);
}

void DocumentCommand::set(const LabelsChange& change, bool forward)
{
    m_document.applyLabels(forward ? change.after : change.before);
}

void DocumentCommand::set(const SettingsChange& change, bool forward)
{
    m_document.applyTrainSettings(forward ? change.after : change.before);
}

void DocumentCommand::set(const BearingChange& change, bool forward)
{
    m_document.applyBearing(forward ? change.after : change.before);
}

void DocumentCommand::set(const NamesChange& change, bool forward)
{
    m_document.applyReportNames(forward ? change.after : change.before);
}

void DocumentCommand::set(const SpeedChange& change, bool forward)
{
    m_document.applySpeed(change.index, forward ? change.after : change.before);
}

} // namespace spall::ui
