// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"
#include "ui/plot/trend_plot.h"

class QComboBox;

namespace spall::ui {

class ControlLine;

/// Indicators of the current recording over its whole length, block by block, with the score of the
/// model and the time of the first alarm. A run of snapshots is shown snapshot by snapshot.
class TrendPanel : public DockPanel {
    Q_OBJECT
public:
    explicit TrendPanel(Focus& focus, QWidget* parent = nullptr);

    [[nodiscard]] const TrendPlot& plot() const { return *m_plot; }

protected:
    void compute() override;

private:
    /// Offers what the recording can be cut into, its snapshots first where it has some.
    void offerBlocks();
    [[nodiscard]] bool isBySnapshot() const;

    TrendPlot* m_plot;
    ControlLine* m_line;
    QComboBox* m_blocks;
};

} // namespace spall::ui
