// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QTextBrowser;

namespace spall::ui {

/// The help, beside what it speaks of (F1).
class HelpPanel : public QDockWidget {
    Q_OBJECT
public:
    explicit HelpPanel(QWidget* parent = nullptr);

    void open(const QString& topic);
    [[nodiscard]] QString topic() const { return m_topic; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void restyle();

    QTextBrowser* m_browser;
    QString m_topic;
};

} // namespace spall::ui
