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
class Focus;
class ListenControl;
class MinimapPlot;
class ResidualPlot;
class ScorePlot;
class WaveformPlot;

/// The stacked plots of the current recording on one time axis: overview, signal with
/// reconstruction, residual, scores.
class SignalView : public QWidget {
    Q_OBJECT
public:
    explicit SignalView(Focus& focus, QWidget* parent = nullptr);

    [[nodiscard]] const SignalSource& source() const { return m_source; }
    /// Shows a stretch with some signal around it.
    void goTo(TimeRange stretch);
    /// Plays or stops what is in view.
    void listen();
    /// Marks the place of the cursor to measure from, or lets go of it.
    void forgetSelection(); ///< the stretch that was marked to be labelled
    void toggleMark();
    /// What stands in the place of scores while there are none.
    void sayInsteadOfScores(const QString& text, const QString& action);

Q_SIGNALS:
    void sourceChanged();
    void thresholdDragged(double threshold);
    void thresholdReleased();
    void stretchSelected(const spall::ui::TimeRange& time, const QPoint& at);
    void windowChosen(std::int64_t window); ///< its bar was clicked
    void labelResized(std::size_t index, const spall::ui::TimeRange& time);
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

    Focus& m_focus;
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
    Chip* m_bandChip = nullptr;
    Chip* m_residualChip = nullptr;
    ListenControl* m_listen = nullptr;
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
