// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QUndoCommand>

#include <variant>

namespace spall::ui {

struct RoleChange {
    int index;
    pipeline::Role before;
    pipeline::Role after;
};

/// Another rate or channel of the same file.
struct EntryChange {
    int index;
    Entry before;
    Entry after;
    pipeline::ModelPtr model; ///< of the scores that `before` carries
};

struct Removal {
    int index;
    Entry entry;
    pipeline::ModelPtr model; ///< of the scores that the entry carries
};

struct DecisionChange {
    detect::DecisionOptions before;
    detect::DecisionOptions after;
    int gesture;
};

struct LabelsChange {
    std::vector<io::Label> before;
    std::vector<io::Label> after;
    int gesture;
};

/// One undo step of the document. Steps of one gesture with the same text become one.
class DocumentCommand : public QUndoCommand {
public:
    using Change = std::variant<RoleChange, EntryChange, Removal, DecisionChange, LabelsChange>;

    DocumentCommand(Document& document, Change change, const QString& text);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    [[nodiscard]] bool mergeWith(const QUndoCommand* other) override;

private:
    void set(const RoleChange& change, bool forward);
    void set(const EntryChange& change, bool forward);
    void set(const Removal& change, bool forward);
    void set(const DecisionChange& change, bool forward);
    void set(const LabelsChange& change, bool forward);
    [[nodiscard]] Entry withFreshScores(Entry entry, const pipeline::ModelPtr& model) const;

    Document& m_document;
    Change m_change;
};

} // namespace spall::ui
