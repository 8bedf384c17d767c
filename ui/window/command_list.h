// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;

namespace spall::ui {

/// Everything that the window can do, found by typing a few letters of it (Ctrl+K).
class CommandList : public QFrame {
    Q_OBJECT
public:
    explicit CommandList(QWidget* parent = nullptr);

    /// Shows the actions of `window` under its top edge.
    void open(QWidget& window);

    /// Names shown for what is typed now, best first.
    [[nodiscard]] QStringList shown() const;
    [[nodiscard]] QLineEdit* field() { return m_field; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void runCurrent();

    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_nothing; ///< in its place where nothing fits what is typed
    std::vector<QPointer<QAction>> m_actions;
};

/// Name of an action without its mnemonic mark.
[[nodiscard]] QString plainName(const QAction& action);

} // namespace spall::ui
