// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/time_plot.h"

#include <QString>

#include <optional>
#include <vector>

namespace spall::ui {

/// One indicator over time; a NaN value is a gap.
struct TrendLine {
    QString name;
    QString unit;
    std::vector<double> values; ///< one a block
};

/// Blocks of a recording with their indicators.
struct TrendLines {
    std::vector<double> times; ///< middle of each block, seconds
    /// Where in the signal each block begins, seconds, when `times` are of another clock: those of
    /// the snapshots of a run, taken hours apart. Else empty.
    std::vector<double> places;
    std::vector<TrendLine> lines;
    std::optional<double> firstAlarm; ///< seconds of the signal
    QString firstAlarmPlace;          ///< how a run of snapshots calls that time; else empty
};

/// Indicators one above the other, each on its own scale, on the shared time axis or the one that
/// a run of snapshots brings; a line where the first alarm is.
class TrendPlot : public TimePlot {
    Q_OBJECT
public:
    explicit TrendPlot(TimeAxis& axis, QWidget* parent = nullptr);

    void setLines(TrendLines lines);
    /// A sentence instead.
    void setMessage(const QString& message);

    [[nodiscard]] const TrendLines& lines() const { return m_lines; }
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return !m_lines.times.empty(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void fillView() override;
    [[nodiscard]] TimeRange shownRange() const override;
    void onViewChanged() override;
    void paintCursor(QPainter& painter) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    /// Pixel of a time of the signal.
    [[nodiscard]] double xOf(double time) const;
    void paintLines(QPainter& painter);
    void paintLine(QPainter& painter, const TrendLine& line, const QRectF& row);
    void paintFirstAlarm(QPainter& painter);
    [[nodiscard]] QRectF rowOf(std::size_t line) const;

    TrendLines m_lines;
    QString m_message;
};

} // namespace spall::ui
