// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"
#include "ui/theme/card.h"

class QLabel;
class QProgressBar;

namespace spall::ui {

/// How far the training is, how long it takes yet, and of a finished one what it was.
class TrainProgressCard : public Card {
    Q_OBJECT
public:
    explicit TrainProgressCard(Workbench& bench, QWidget* parent = nullptr);

    /// Shows the training as it stands, whatever was shown before.
    void refresh();

private:
    void showRest();
    void showPreparing();
    void showEpochs();
    void showPause();
    void showCalibration();
    void showModel(const pipeline::Model& model);
    void say(const QString& title, const QString& times, const QString& detail, double share);

    Workbench& m_bench;
    QLabel* m_title;
    QLabel* m_times;
    QLabel* m_detail;
    QProgressBar* m_bar;
};

} // namespace spall::ui
