// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/time_plot.h"
#include "ui/plot/window_scores.h"

#include <optional>

namespace spall::ui {

/// One bar a window: green below the threshold, vermilion above it, a bar along the foot where it
/// is an alarm, pale where the model has learned from it. The threshold line can be dragged; a
/// click on a bar asks to go there.
class ScorePlot : public TimePlot {
    Q_OBJECT
public:
    explicit ScorePlot(TimeAxis& axis, QWidget* parent = nullptr);

    void setWindows(WindowScoresPtr windows);
    /// Pixel row of the threshold line in the widget; what a test or a tour points at.
    [[nodiscard]] double thresholdY() const;

    /// Windows picked elsewhere, marked under their bars; [windows], may be empty.
    void setPicked(std::vector<char> picked);

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return m_windows != nullptr; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void thresholdDragged(double threshold);
    void thresholdReleased();
    void windowClicked(std::int64_t window);

protected:
    void fillView() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] bool isOnThreshold(const QPointF& place) const;
    [[nodiscard]] double scoreAtY(double y) const;
    void paintBars(QPainter& painter);
    void paintBar(QPainter& painter, const WindowCell& cell);
    void paintThreshold(QPainter& painter);
    void paintPicked(QPainter& painter);

    WindowScoresPtr m_windows;
    std::vector<WindowCell> m_cells;
    std::vector<char> m_picked;
    bool m_dragging = false;
    std::optional<QPointF> m_pressed; ///< until it turns out to be a pan
};

} // namespace spall::ui
