// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"
#include "ui/pages/train_verdict.h"

#include <QWidget>

class QFrame;
class QLabel;

namespace spall::ui {

class Card;
class EpochScrubber;
class LossBoard;
class NoticeBar;
class TrainProgressCard;
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
    void recordingsRequested();

private:
    void layOut();
    [[nodiscard]] QWidget* makeVerdictCard();
    void connectJob();
    void makeKeys();
    /// What a new page is to show of a training that is older than it.
    void takeUp();
    void begin();
    void addSteps(const std::vector<train::StepReport>& steps);
    void showState();
    void showModel();
    void showFailure(const Error& error);
    void showVerdict(const TrainVerdict& verdict);

    Workbench& m_bench;
    TrainWatch m_watch;
    bool m_isLive = false;          ///< the curves are those of the training that just ran
    bool m_needsRecordings = false; ///< what the notice says is mended there
    TrainSettingsCard* m_settings;
    NoticeBar* m_notice;
    TrainProgressCard* m_progress;
    LossBoard* m_board;
    QFrame* m_verdictCard = nullptr;
    QLabel* m_spot = nullptr;
    QLabel* m_verdictTitle = nullptr;
    QLabel* m_verdictText = nullptr;
    QWidget* m_inspect = nullptr;
    EpochScrubber* m_scrubber;
};

} // namespace spall::ui
