// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QAbstractListModel>

#include <vector>

namespace spall::ui {

/// The open recordings by role: a heading row for each role that has any, its recordings under it.
class RecordingListModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// What a row gives beside its name.
    enum Role {
        EntryRole = Qt::UserRole, ///< index in the document; -1 for a heading
        DetailRole,               ///< channel, rate and length in words
        ShareRole,                ///< share of alarmed windows as text
        IsAlarmingRole,           ///< more alarms than the false alarms asked for
    };

    explicit RecordingListModel(Document& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// The row of an entry; invalid when there is none.
    [[nodiscard]] QModelIndex indexOfEntry(int entry) const;
    [[nodiscard]] const Entry* entry(const QModelIndex& index) const;

private:
    struct Row {
        pipeline::Role role = pipeline::Role::Unknown;
        int entry = -1;
    };
    void rebuild();

    Document& m_document;
    std::vector<Row> m_rows;
};

} // namespace spall::ui
