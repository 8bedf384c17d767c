// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace spall::ui {

/// One number that matters: its name, its value, and under it the interval and what it rests on.
class NumberCard : public QFrame {
    Q_OBJECT
public:
    /// `explanation` is the tooltip: what the term means.
    NumberCard(const QString& name, const QString& explanation, QWidget* parent = nullptr);

    void show(const QString& value, const QString& note);
    [[nodiscard]] QString value() const;

private:
    QLabel* m_value;
    QLabel* m_note;
};

} // namespace spall::ui
