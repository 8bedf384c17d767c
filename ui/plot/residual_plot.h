// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/time_plot.h"
#include "ui/plot/trace.h"
#include "ui/plot/window_scores.h"

namespace spall::ui {

/// Signal minus reconstruction.
class ResidualPlot : public TimePlot {
    Q_OBJECT
public:
    explicit ResidualPlot(TimeAxis& axis, QWidget* parent = nullptr);

    void setReconstruction(std::shared_ptr<const ReconstructionTraces> reconstruction);
    void setWindows(WindowScoresPtr windows);
    void setTintVisible(bool visible);

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return m_reconstruction != nullptr; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void fillView() override;
    void restyle() override;

private:
    void paintTint(QPainter& painter);

    std::shared_ptr<const ReconstructionTraces> m_reconstruction;
    WindowScoresPtr m_windows;
    std::vector<WindowCell> m_cells;
    bool m_tint = true;
    TimeRange m_lineView;  ///< what the line was taken for; a threshold moves without it
    int m_lineColumns = 0; ///< 0: to be taken again
    double m_reach = 1.0;  ///< largest residual of the recording
};

} // namespace spall::ui
