// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/plot/time_axis.h"
#include "ui/plot/trace.h"
#include "ui/plot/window_scores.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedLayout;
class QPushButton;

namespace spall::ui {

class Card;
class Chip;
class MinimapPlot;
class ResidualPlot;
class ScorePlot;
class WaveformPlot;

/// The stacked plots of the current recording on one time axis: overview, signal with
/// reconstruction, residual, scores.
class SignalView : public QWidget {
    Q_OBJECT
public:
    SignalView(Document& document, TimeAxis& axis, QWidget* parent = nullptr);

    [[nodiscard]] const SignalSource& source() const { return m_source; }
    /// Shows a stretch with some signal around it.
    void goTo(TimeRange stretch);
    /// What stands in the place of scores while there are none.
    void sayInsteadOfScores(const QString& text, const QString& action);

Q_SIGNALS:
    void sourceChanged();
    void thresholdDragged(double threshold);
    void thresholdReleased();
    void stretchSelected(const spall::ui::TimeRange& time, const QPoint& at);
    void wayChosen(); ///< the button beside `sayInsteadOfScores`

private:
    [[nodiscard]] QWidget* makeOverview();
    [[nodiscard]] QWidget* makeSignal();
    [[nodiscard]] QWidget* makeResidual();
    [[nodiscard]] QWidget* makeScores();
    void addChips(QHBoxLayout& line);
    void connectDocument();
    void showCurrent();
    void showScored(int index);
    void showReconstruction();
    void showWindows();
    void showLabels();
    void showCursor();

    Document& m_document;
    TimeAxis& m_axis;
    MinimapPlot* m_minimap;
    WaveformPlot* m_waveform;
    ResidualPlot* m_residual;
    ScorePlot* m_scores;
    Card* m_residualCard = nullptr;
    QStackedLayout* m_scoreStack = nullptr;
    QLabel* m_instead = nullptr;
    QPushButton* m_way = nullptr;
    Chip* m_reconstructionChip = nullptr;
    Chip* m_residualChip = nullptr;
    QLabel* m_lengthNote = nullptr;
    QLabel* m_signalNote = nullptr;
    QLabel* m_residualNote = nullptr;
    QLabel* m_scoreNote = nullptr;
    SignalSource m_source;
    std::shared_ptr<const ReconstructionTraces> m_reconstruction;
    WindowScoresPtr m_windows;
    quint64 m_request = 0; ///< a reconstruction made for an older recording is dropped
};

} // namespace spall::ui
