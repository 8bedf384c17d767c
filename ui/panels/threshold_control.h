// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/judge.h"
#include "ui/plot/histogram_plot.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace spall::ui {

/// The threshold on the two score histograms with a slider under them: three ways to move one
/// value, which comes back through `show`.
class ThresholdControl : public QWidget {
    Q_OBJECT
public:
    explicit ThresholdControl(QWidget* parent = nullptr);

    void show(const Judgement& judgement);
    /// Scores have changed, not just the threshold.
    void showScores(const Judgement& judgement);
    void focusSlider();

Q_SIGNALS:
    void thresholdDragged(double threshold);
    void thresholdReleased(); ///< ends the gesture

private:
    void slide(int position);
    void fitRange(const Judgement& judgement);
    void restyle();

    HistogramPlot* m_histogram;
    QSlider* m_slider;
    QLabel* m_value;
    QLabel* m_source;
    ScoreRange m_range;
    bool m_dragging = false;
};

} // namespace spall::ui
