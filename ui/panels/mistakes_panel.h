// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"

class QLabel;
class QStackedLayout;
class QTableView;

namespace spall::ui {

class MistakesModel;

/// The events that the present threshold misses and its false alarms; a click goes there.
class MistakesPanel : public DockPanel {
    Q_OBJECT
public:
    explicit MistakesPanel(Focus& focus, QWidget* parent = nullptr);

protected:
    void compute() override;

private:
    void go(int row);

    MistakesModel* m_model;
    QTableView* m_table;
    QLabel* m_summary;
    QLabel* m_empty;
    QStackedLayout* m_stack;
};

} // namespace spall::ui
