// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace spall::ui {

/// The first thing a new user sees: what the program does, and three ways to begin.
class EmptyRecordings : public QWidget {
    Q_OBJECT
public:
    explicit EmptyRecordings(QWidget* parent = nullptr);

Q_SIGNALS:
    void openChosen();
    void demoChosen();

private:
    [[nodiscard]] QWidget* makeChoices();
    [[nodiscard]] QWidget* makeSteps();
};

} // namespace spall::ui
