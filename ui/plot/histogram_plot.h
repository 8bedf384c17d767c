// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot.h"

#include <span>
#include <vector>

namespace spall::ui {

/// The end points of a score axis, as scores.
struct ScoreRange {
    double low = -2.0;
    double high = 6.0;
};

/// Healthy and faulty scores as two histograms with the threshold across them; dragging anywhere
/// moves the threshold. Each histogram is scaled to its own peak, for the groups differ in size.
class HistogramPlot : public Plot {
    Q_OBJECT
public:
    /// Distance of the first and the last score from the edges of the widget; a slider under the
    /// plot needs the same.
    static constexpr int kSideMargin = 8;

    explicit HistogramPlot(QWidget* parent = nullptr);

    /// Both ascending; either may be empty.
    void setScores(std::span<const double> healthy, std::span<const double> faulty);
    void setRange(ScoreRange range);
    void setThreshold(std::optional<double> threshold); ///< unset: no line

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return true; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void thresholdDragged(double threshold);
    void thresholdReleased();

protected:
    void fill() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void dragTo(double x);
    void paint(QPainter& painter);

    std::vector<double> m_healthy; ///< share of the peak of each bin
    std::vector<double> m_faulty;
    std::vector<double> m_healthyScores;
    std::vector<double> m_faultyScores;
    ScoreRange m_range;
    std::optional<double> m_threshold;
    bool m_dragging = false;
};

} // namespace spall::ui
