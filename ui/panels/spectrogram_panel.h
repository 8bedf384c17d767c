// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"

class QComboBox;

namespace spall::ui {

class ControlLine;
class SpectrogramPlot;

/// Spectra over time of what is in view, on the time axis of the plots above.
class SpectrogramPanel : public DockPanel {
    Q_OBJECT
public:
    explicit SpectrogramPanel(Focus& focus, QWidget* parent = nullptr);

protected:
    void compute() override;

private:
    SpectrogramPlot* m_plot;
    ControlLine* m_line;
    QComboBox* m_segment;
};

} // namespace spall::ui
