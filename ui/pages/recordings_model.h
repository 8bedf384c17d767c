// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QAbstractTableModel>

namespace spall::ui {

/// The document's recordings as a table, one row each, in the order opened.
class RecordingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Role, Channel, Length, Rate, Speed, Rms, Kurtosis, Notes, ColumnCount };

    RecordingsModel(const Document& document, const ScoreJobs& scoring, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] QString text(const Entry& entry, int column) const;
    [[nodiscard]] QString explanation(const Entry& entry, int column) const;
    [[nodiscard]] QString notes(const Entry& entry) const;

    const Document& m_document;
    const ScoreJobs& m_scoring;
    int m_rows = 0; ///< as last told to the views
};

/// "healthy", "faulty", "unknown".
[[nodiscard]] QString roleText(pipeline::Role role);

} // namespace spall::ui
