// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace spall::ui {

/// One line of a curve plot with what stands beside its name.
struct Curve {
    QString name;
    QString value; ///< "0.982"
    std::vector<QPointF> points;
    bool isOurs = false; ///< in blue and in front; the others are grey
};

/// The axes of a curve plot.
struct CurveAxes {
    QString title; ///< above the plot
    QString across;
    QString up;
    double left = 0.0;
    double right = 1.0;
    double bottom = 0.0;
    double top = 1.02;
};

/// A few curves with their names in a list on the right, best first as given; the curve under the
/// pointer, or whose name is, stands out.
class CurvePlot : public Plot {
    Q_OBJECT
public:
    explicit CurvePlot(const CurveAxes& axes, QWidget* parent = nullptr);

    void setCurves(std::vector<Curve> curves);
    void setAxes(const CurveAxes& axes);
    /// Where the present threshold stands on our curve.
    void setPoint(std::optional<QPointF> point);
    /// A sentence instead of curves.
    void setMessage(const QString& message);

    [[nodiscard]] const std::vector<Curve>& curves() const { return m_curves; }
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return !m_curves.empty(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void fill() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintCurves(QPainter& painter);
    void paintNames(QPainter& painter);
    [[nodiscard]] QPolygonF lineOf(const Curve& curve) const;
    [[nodiscard]] QRect nameRow(int row) const;
    [[nodiscard]] int curveAt(const QPointF& place) const;

    CurveAxes m_axes;
    std::vector<Curve> m_curves;
    std::optional<QPointF> m_point;
    QString m_message;
    int m_pointed = -1;
};

} // namespace spall::ui
