// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLayout;
class QPushButton;

namespace spall::ui {

/// A row with a label of several lines in its middle. An alignment would do that too, but would
/// ask for the height that the text has in the whole width: one line, and the rest is cut off.
[[nodiscard]] QLayout* centred(QLabel& wrapped);

/// What stands on a page that cannot be used yet: what it waits for, and the way there.
class WaitingView : public QWidget {
    Q_OBJECT
public:
    explicit WaitingView(QWidget* parent = nullptr);

    /// `action` is the text of the button; empty: no button.
    void say(const QString& title, const QString& text, const QString& action);

Q_SIGNALS:
    void wayChosen();

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace spall::ui
