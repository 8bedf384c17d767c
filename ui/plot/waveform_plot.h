// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/time_plot.h"
#include "ui/plot/trace.h"
#include "ui/plot/window_scores.h"

#include <vector>

namespace spall::ui {

/// A named stretch drawn under the signal.
struct LabelSpan {
    TimeRange time;
    QString name;
    bool isFault = false;
    std::size_t index = 0; ///< whose label it is; comes back when an end is dragged
};

/// The signal with the reconstruction and its band over it, tinted by the score of its windows.
class WaveformPlot : public TimePlot {
    Q_OBJECT
public:
    /// Parts that can be switched off.
    enum class Part { Signal, Reconstruction, Band, Tint };

    explicit WaveformPlot(TimeAxis& axis, QWidget* parent = nullptr);

    void setSignal(const SignalSource& source);
    void setReconstruction(std::shared_ptr<const ReconstructionTraces> reconstruction);
    void setWindows(WindowScoresPtr windows);
    void setLabels(std::vector<LabelSpan> labels);
    /// A stretch that was selected stays marked until then.
    void forgetSelection();
    [[nodiscard]] const std::optional<TimeRange>& selection() const { return m_selected; }
    void setPartVisible(Part part, bool visible);

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return !m_signal.isEmpty(); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user dragged over a stretch with Shift held; `at` is on the screen.
    void stretchSelected(const spall::ui::TimeRange& time, const QPoint& at);
    /// The user drags an end of a label.
    void labelResized(std::size_t index, const spall::ui::TimeRange& time);
    void labelReleased();

protected:
    void fillView() override;
    void restyle() override;
    void paintCursor(QPainter& painter) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    /// An end of a label under the pointer, or held by it.
    struct Grip {
        std::size_t index;
        double other; ///< time of the end that stays
    };
    [[nodiscard]] std::optional<Grip> gripAt(QPointF at) const;
    /// Takes the lines again with the next frame.
    void refreshLines();
    void fillSignal();
    void fillReconstruction();
    void paintTint(QPainter& painter);
    void paintLabels(QPainter& painter);
    void paintUnit(QPainter& painter);

    SignalSource m_signal;
    std::shared_ptr<const ReconstructionTraces> m_reconstruction;
    WindowScoresPtr m_windows;
    std::vector<WindowCell> m_cells;
    std::vector<LabelSpan> m_labels;
    bool m_tint = true;
    std::optional<TimeRange> m_selecting;
    std::optional<TimeRange> m_selected; ///< and is asked about
    std::optional<Grip> m_grip;
    TimeRange m_linesView;  ///< what the lines were taken for; a threshold moves without them
    int m_linesColumns = 0; ///< 0: to be taken again
};

} // namespace spall::ui
