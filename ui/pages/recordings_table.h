// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QTableView>

#include <functional>
#include <vector>

namespace spall::ui {

class RecordingsModel;

/// The table of open recordings: a click on a role, channel or rate offers others; keys and the
/// context menu change all selected rows in one step. As high as its first rows need.
class RecordingsTable : public QTableView {
    Q_OBJECT
public:
    RecordingsTable(Workbench& bench, RecordingsModel* recordings, QWidget* parent = nullptr);

    /// Rows of the selection in rising order.
    [[nodiscard]] std::vector<int> selectedRecordings() const;

private:
    void addRowActions();
    void fitHeight();
    void chooseIn(const QModelIndex& cell);
    void chooseRole(int row, const QPoint& at);
    void chooseChannel(int row, const QPoint& at);
    void chooseRate(int row, const QPoint& at);
    /// Edits the row where the recording of this one is by then, if it is still open: the document
    /// may change while a menu waits.
    [[nodiscard]] std::function<void()> later(int row, std::function<void(int)> edit) const;
    void setRole(std::vector<int> rows, pipeline::Role role);
    void removeSelected();
    /// Edits these rows, in this order, as one step to undo; no rows, no step.
    void asOneStep(const QString& what,
                   const std::vector<int>& rows,
                   const std::function<void(int)>& edit);

    Workbench& m_bench;
};

} // namespace spall::ui
