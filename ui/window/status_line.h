// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QStatusBar>

#include <functional>

class QLabel;
class QProgressBar;
class QToolButton;

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
    void showWork(JobRunner& runner, quint64 number, const Progress* progress);
    void showIdle();

    Workbench& m_bench;
    QLabel* m_model;
    QLabel* m_work;
    QProgressBar* m_bar;
    QToolButton* m_stop; ///< for work that tells how far it is; a training has buttons of its own
    std::function<void()> m_stopWork;
    QLabel* m_limit;
};

} // namespace spall::ui
