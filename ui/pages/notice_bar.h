// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace spall::ui {

/// An error or a warning where its cause is: a title, a sentence with the mend, and, where the mend
/// is one click, that button. Hidden while there is nothing to say.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// `action` is the text of the mending button, `other` of what may be done instead; empty:
    /// none.
    void say(const QString& title,
             const QString& text,
             const QString& action = {},
             const QString& other = {});
    void clear();

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionChosen();
    void otherChosen();
    void dismissed(); ///< hidden by the user

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_other;
};

} // namespace spall::ui
