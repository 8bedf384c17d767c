// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"
#include "ui/theme/card.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace spall::ui {

/// What a training is asked to do, few settings first, and the buttons that drive it.
class TrainSettingsCard : public Card {
    Q_OBJECT
public:
    explicit TrainSettingsCard(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] pipeline::TrainSettings settings() const;
    /// Start, Pause or Go on, as the state of the training has it.
    void toggle();

Q_SIGNALS:
    void recordingsRequested(); ///< there lies what keeps a training from starting

private:
    void makeFields();
    void makeFolded();
    void makeButtons();
    void connectFields();
    void showSettings();
    void addField(const QString& name, QWidget* field, const QString& toolTip);
    void refresh();
    void showSummary();
    void showCounts();
    void showReason(int healthy, std::int64_t windows);
    void startOver();

    Workbench& m_bench;
    bool m_isShowing = false; ///< the fields follow the document, not the user
    QComboBox* m_preset;
    QLabel* m_summary;
    QLabel* m_learnFrom;
    QComboBox* m_window;
    QComboBox* m_overlap;
    QSpinBox* m_epochs;
    QSpinBox* m_seed;
    QSpinBox* m_minutes;
    QLabel* m_counts;
    QLabel* m_reason; ///< why nothing can be started
    QPushButton* m_way;
    QPushButton* m_main;
    QPushButton* m_stop;
    QPushButton* m_over;
    QWidget* m_folded;
};

} // namespace spall::ui
