// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/time_plot.h"
#include "ui/plot/trace.h"
#include "ui/plot/window_scores.h"

namespace spall::ui {

/// The whole recording with a tick under each alarm and the view as a frame that can be dragged.
class MinimapPlot : public TimePlot {
    Q_OBJECT
public:
    explicit MinimapPlot(TimeAxis& axis, QWidget* parent = nullptr);

    void setSignal(const SignalSource& source);
    void setWindows(WindowScoresPtr windows);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void fillView() override;
    void restyle() override;
    [[nodiscard]] TimeRange shownRange() const override;
    void onViewChanged() override;
    void paintCursor(QPainter& painter) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void paintAlarms(QPainter& painter);

    SignalSource m_signal;
    WindowScoresPtr m_windows;
    double m_grabbed = 0.0; ///< seconds between the pointer and the middle of the view
};

} // namespace spall::ui
