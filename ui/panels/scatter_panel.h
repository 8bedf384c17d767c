// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"
#include "ui/plot/scatter_plot.h"

class QComboBox;

namespace spall::ui {

class ControlLine;

/// Reconstruction × critic score of the open recordings with the rule that makes alarms of them.
/// Points picked here are marked in the score plot, windows in view there are marked here.
class ScatterPanel : public DockPanel {
    Q_OBJECT
public:
    explicit ScatterPanel(Focus& focus, QWidget* parent = nullptr);

protected:
    void compute() override;

private:
    void showRule();
    void showInView();
    void chooseRule(int rule);
    void moveThreshold(double threshold);
    void moveRule(const detect::DualRule& rule);
    void pick(const ScoreBox& box);
    void goToNearest(double rec, double critic);

    ControlLine* m_line;
    QComboBox* m_rule;
    ScatterPlot* m_plot;
};

} // namespace spall::ui
