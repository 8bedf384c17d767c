// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"
#include "ui/plot/trend_plot.h"

class QComboBox;

namespace spall::ui {

class ControlLine;

/// Indicators of the current recording over its whole length, block by block, with the score of the
/// model and the time of the first alarm.
class TrendPanel : public DockPanel {
    Q_OBJECT
public:
    explicit TrendPanel(Focus& focus, QWidget* parent = nullptr);

    [[nodiscard]] const TrendPlot& plot() const { return *m_plot; }

protected:
    void compute() override;

private:
    [[nodiscard]] SampleCount block() const;

    TrendPlot* m_plot;
    ControlLine* m_line;
    QComboBox* m_blocks;
};

} // namespace spall::ui
