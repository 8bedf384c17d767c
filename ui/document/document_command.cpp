// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document_command.h"

#include <type_traits>

namespace spall::ui {

namespace {

/// Dragging and typing make many changes of one gesture, which are one step.
template <typename Change>
constexpr bool kIsOfGesture = requires(const std::decay_t<Change>& change)
{
    change.gesture;
};

} // namespace

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
    const bool isOfGesture =
        std::visit([](const auto& change) { return kIsOfGesture<decltype(change)>; }, m_change);
    return isOfGesture ? static_cast<int>(m_change.index()) : -1;
}

bool DocumentCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const DocumentCommand*>(other); // of the same id, so of our kind
    if (next->text() != text()) {
        return false;
    }
    return std::visit(
        [this, next](auto& mine) {
            using Mine = std::decay_t<decltype(mine)>;
            if constexpr (kIsOfGesture<Mine>) {
                const auto& theirs = std::get<Mine>(next->m_change);
                if (mine.gesture != theirs.gesture) {
                    return false;
                }
                mine.after = theirs.after;
                setObsolete(mine.after == mine.before);
                return true;
            }
            return false;
        },
        m_change);
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
