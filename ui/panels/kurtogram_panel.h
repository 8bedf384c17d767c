// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"

namespace spall::ui {

class ControlLine;
class KurtogramPlot;

/// Where in the spectrum the view is impulsive; a click makes that the band of the envelope.
class KurtogramPanel : public DockPanel {
    Q_OBJECT
public:
    explicit KurtogramPanel(Focus& focus, QWidget* parent = nullptr);

protected:
    void compute() override;

private:
    KurtogramPlot* m_plot;
    ControlLine* m_line;
    QString m_proposal;
};

} // namespace spall::ui
