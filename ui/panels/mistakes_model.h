// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/mistakes.h"
#include "ui/document/document.h"

#include <QAbstractTableModel>

#include <vector>

namespace spall::ui {

/// What the present threshold misses and where it cries wolf, over all open recordings.
class MistakesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { KindColumn, RecordingColumn, TimeColumn, LengthColumn, ScoreColumn, ColumnCount };

    struct Row {
        int entry = 0;
        QString recording;
        Hertz rate;
        pipeline::Mistake mistake;
    };

    explicit MistakesModel(QObject* parent = nullptr);

    void setRows(std::vector<Row> rows);
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
};

/// Every mistake of a document: missed stretches first, then false alarms, the longest first.
[[nodiscard]] std::vector<MistakesModel::Row> mistakesIn(const Document& document);

} // namespace spall::ui
