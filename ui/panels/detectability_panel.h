// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/detectability_job.h"
#include "ui/panels/dock_panel.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace spall::ui {

class CurvePlot;

/// The smallest defect that would be caught: recall against the level of faults planted into the
/// user's own unseen healthy windows, for the model and every plain method.
class DetectabilityPanel : public DockPanel {
    Q_OBJECT
public:
    /// Without a job the panel only says what it would show.
    DetectabilityPanel(Focus& focus, DetectabilityJob* job, QWidget* parent = nullptr);

    /// Shows results that were computed elsewhere.
    void show(const std::vector<pipeline::DetectabilityResult>& results);

protected:
    void compute() override;

private:
    [[nodiscard]] QWidget* makeControls();
    void connectJob();
    void toggle();
    void showState();
    void showSentence(const std::vector<pipeline::DetectabilityResult>& results);

    DetectabilityJob* m_job;
    CurvePlot* m_plot;
    QComboBox* m_faults = nullptr;
    QPushButton* m_start = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_sentence;
    bool m_hasResults = false;
};

} // namespace spall::ui
