// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot.h"
#include "ui/plot/time_axis.h"

#include <QPointF>

class QPainter;

namespace spall::ui {

/// Whether a plot writes the times under itself or leaves that to the plot below.
enum class TimeLabels { Hidden, Shown };

/// A plot over the shared time axis: the wheel zooms at the pointer, dragging pans, a double click
/// shows the whole, and the cursor follows the pointer in every plot.
class TimePlot : public Plot {
    Q_OBJECT
public:
    TimePlot(TimeAxis& axis, TimeLabels labels, QWidget* parent = nullptr);

    /// For when the plot below, which had the times, gives way to something else.
    void setTimeLabels(TimeLabels labels);

    [[nodiscard]] double timeAt(double x) const;
    [[nodiscard]] double xAt(double time) const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    /// Fills in what `shownRange()` shows.
    virtual void fillView() = 0;
    /// The stretch of time drawn: the view, or the whole for an overview.
    [[nodiscard]] virtual TimeRange shownRange() const;
    virtual void onViewChanged();
    /// Paints what moves with the pointer; alone on its layer.
    virtual void paintCursor(QPainter& painter);

    void fill() final;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

    [[nodiscard]] TimeAxis& axis() { return m_axis; }
    [[nodiscard]] const TimeAxis& axis() const { return m_axis; }
    /// Repaints the cursor layer alone.
    void refreshCursor();

private:
    TimeAxis& m_axis;
    bool m_panning = false;
    QPointF m_panFrom;
    TimeRange m_panView;
};

} // namespace spall::ui
