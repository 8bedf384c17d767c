// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace spall::ui {

class NoticeBar;
class RecordingPreview;
class RecordingsModel;
class RecordingsTable;

/// Page 1: what is open, what is known of it, and what each recording is good for.
class RecordingsPage : public QWidget {
    Q_OBJECT
public:
    explicit RecordingsPage(Workbench& bench, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void trainRequested();

private:
    [[nodiscard]] QWidget* makeContent();
    [[nodiscard]] QWidget* makeTableCard();
    void refresh();
    void showRateProposal();
    void showCurrent();
    void lookInto(); ///< the file of the selected recording
    void goTo(const signal::RecordingPtr& recording);
    void askForScale(int index);
    void tellFailure(const Error& error); ///< below those told since the last request
    void openFolder();

    Workbench& m_bench;
    RecordingsModel* m_model;
    QStackedLayout* m_stack;
    NoticeBar* m_notice;
    QString m_run;                       ///< folder of snapshots that was asked for last
    QStringList m_failures;              ///< of the present request, a sentence each
    signal::RecordingPtr m_asksForScale; ///< what the button of the notice is about; null: another
    RecordingsTable* m_table;
    QLabel* m_proposal;
    RecordingPreview* m_preview;
};

} // namespace spall::ui
