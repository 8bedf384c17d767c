// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QUndoCommand>

#include <optional>
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
};

struct Insertion {
    int index;
    Entry entry;
};

/// Holds the state that is not in place; undoing and redoing exchange the two.
struct ModelChange {
    ModelState other;
};

struct Removal {
    int index;
    Entry entry;
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

struct SettingsChange {
    pipeline::TrainSettings before;
    pipeline::TrainSettings after;
    int gesture;
};

struct BearingChange {
    std::optional<signal::BearingGeometry> before;
    std::optional<signal::BearingGeometry> after;
};

struct NamesChange {
    pipeline::ReportNames before;
    pipeline::ReportNames after;
    int gesture;
};

struct SpeedChange {
    int index;
    std::optional<Rpm> before;
    std::optional<Rpm> after;
};

/// One undo step of the document. Steps of one gesture with the same text become one.
class DocumentCommand : public QUndoCommand {
public:
    using Change = std::variant<RoleChange,
                                EntryChange,
                                Insertion,
                                Removal,
                                ModelChange,
                                DecisionChange,
                                LabelsChange,
                                SettingsChange,
                                BearingChange,
                                NamesChange,
                                SpeedChange>;

    DocumentCommand(Document& document, Change change, const QString& text);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    [[nodiscard]] bool mergeWith(const QUndoCommand* other) override;

private:
    void set(const RoleChange& change, bool forward);
    void set(const EntryChange& change, bool forward);
    void set(Insertion& change, bool forward);
    void set(const Removal& change, bool forward);
    void set(ModelChange& change, bool forward);
    void set(const DecisionChange& change, bool forward);
    void set(const LabelsChange& change, bool forward);
    void set(const SettingsChange& change, bool forward);
    void set(const BearingChange& change, bool forward);
    void set(const NamesChange& change, bool forward);
    void set(const SpeedChange& change, bool forward);

    Document& m_document;
    Change m_change;
};

} // namespace spall::ui
