// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/events.h"
#include "core/score/fuse.h"
#include "ui/plot/plot.h"

#include <QPolygonF>
#include <QVector>

#include <optional>

namespace spall::ui {

/// Windows as points: reconstruction score across, critic score up.
struct ScatterPoints {
    QVector<double> rec;
    QVector<double> critic;
};

/// A stretch of both scores, as a rectangle dragged over the points.
struct ScoreBox {
    double recLow = 0.0;
    double recHigh = 0.0;
    double criticLow = 0.0;
    double criticHigh = 0.0;

    [[nodiscard]] bool contains(double rec, double critic) const
    {
        return recLow <= rec && rec <= recHigh && criticLow <= critic && critic <= criticHigh;
    }
};

/// Reconstruction × critic with the line on which the fused score equals the threshold, or the two
/// lines of a dual rule; lines can be dragged, dragging elsewhere picks points. Healthy windows are
/// circles, faulty ones triangles, those in view of the signal filled.
class ScatterPlot : public Plot {
    Q_OBJECT
public:
    explicit ScatterPlot(QWidget* parent = nullptr);

    void setPoints(const ScatterPoints& healthy, const ScatterPoints& faulty);
    /// Windows that the signal plots show at the moment, painted over the others.
    void setInView(const ScatterPoints& points);
    /// How the two scores are fused, and the threshold of the result.
    void setRule(score::Fusion fusion, double lambda, double threshold);
    void setDualRule(const std::optional<detect::DualRule>& rule);
    /// Pixel of a pair of scores; what a test or a tour points at.
    [[nodiscard]] QPointF placeOf(double rec, double critic) const;

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return true; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void thresholdDragged(double threshold);
    void dualRuleDragged(const spall::detect::DualRule& rule);
    void released(); ///< ends a gesture
    /// Points were picked; an empty box lets go of them.
    void picked(const spall::ui::ScoreBox& box);
    void clicked(double rec, double critic);

protected:
    void fill() override;
    void restyle() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    enum class Grip { None, Threshold, DualRec, DualCritic };
    /// Fused score of one pair of channel scores, less the threshold.
    [[nodiscard]] double excess(double rec, double critic) const;
    [[nodiscard]] QPolygonF thresholdLine() const;
    [[nodiscard]] Grip gripAt(const QPointF& place) const;
    void dragTo(const QPointF& place);
    void paintRules(QPainter& painter);
    void paintDualRule(QPainter& painter);
    void paintTitles(QPainter& painter);
    void paintPick(QPainter& painter);
    [[nodiscard]] double recAt(double x) const;
    [[nodiscard]] double criticAt(double y) const;

    score::Fusion m_fusion = score::Fusion::Sum;
    double m_lambda = 1.0;
    double m_threshold = 0.0;
    std::optional<detect::DualRule> m_dual;
    Grip m_grip = Grip::None;
    std::optional<QPointF> m_pressed;
    QRectF m_pick; ///< pixels, while it is dragged
};

} // namespace spall::ui
