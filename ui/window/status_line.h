// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QStatusBar>

class QLabel;
class QProgressBar;

namespace spall::ui {

/// The bottom line: what the model is, what is being worked on, and the limit to keep in mind.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Workbench& bench, QWidget* parent = nullptr);

private:
    void watch(JobRunner& runner);
    void showModel();
    void showLimit();
    void showWork(const JobRunner& runner, quint64 number, const Progress* progress);
    void showIdle();

    Workbench& m_bench;
    QLabel* m_model;
    QLabel* m_work;
    QProgressBar* m_bar;
    QLabel* m_limit;
};

} // namespace spall::ui
