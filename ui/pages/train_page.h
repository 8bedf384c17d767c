// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"
#include "ui/pages/train_verdict.h"

#include <QWidget>

class QFrame;
class QLabel;
class QProgressBar;

namespace spall::ui {

class Card;
class EpochScrubber;
class LossBoard;
class NoticeBar;
class TrainSettingsCard;

/// Page 2: what to learn, the training as it runs, and what came of it.
class TrainPage : public QWidget {
    Q_OBJECT
public:
    explicit TrainPage(Workbench& bench, QWidget* parent = nullptr);

    /// Start, Pause or Go on.
    void toggleTraining();

Q_SIGNALS:
    void inspectRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeProgressCard();
    [[nodiscard]] QWidget* makeVerdictCard();
    void begin();
    void addSteps(const std::vector<train::StepReport>& steps);
    void showProgress(const Progress& progress);
    void showState();
    void showModel();
    void showVerdict(const TrainVerdict& verdict);

    Workbench& m_bench;
    TrainWatch m_watch;
    bool m_isLive = false; ///< the curves are those of the training that just ran
    TrainSettingsCard* m_settings;
    NoticeBar* m_notice;
    QLabel* m_title = nullptr;
    QLabel* m_times = nullptr;
    QLabel* m_detail = nullptr;
    QProgressBar* m_bar = nullptr;
    LossBoard* m_board;
    QFrame* m_verdictCard = nullptr;
    QLabel* m_spot = nullptr;
    QLabel* m_verdictTitle = nullptr;
    QLabel* m_verdictText = nullptr;
    QWidget* m_inspect = nullptr;
    EpochScrubber* m_scrubber;
};

} // namespace spall::ui
