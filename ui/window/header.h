// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace spall::ui {

class StepBar;

/// The line at the top of the window: the steps, the name of the session and the way to the list of
/// commands.
class Header : public QFrame {
    Q_OBJECT
public:
    explicit Header(QWidget* parent = nullptr);

    [[nodiscard]] StepBar& steps() { return *m_steps; }
    void setSession(const QString& path, bool isChanged); ///< an empty path: not saved yet

Q_SIGNALS:
    void stepChosen(int step);
    void searchRequested();

private:
    StepBar* m_steps;
    QLabel* m_session;
};

} // namespace spall::ui
