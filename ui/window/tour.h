// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace spall::ui {

/// One stop of the tour.
struct TourStop {
    QString title;
    QString text;
    QString action;             ///< of the button that does what the text speaks of; may be empty
    std::function<void()> act;  ///< what that button does
    std::function<void()> show; ///< brings what the text speaks of to the screen; may be empty
};

/// A card in the corner that walks through the window, two minutes, on the demo. Nothing waits for
/// it: it can be skipped at any stop, by mouse or with Escape.
class Tour : public QFrame {
    Q_OBJECT
public:
    Tour(std::vector<TourStop> stops, QWidget* window);

    void start();
    [[nodiscard]] int stop() const { return m_stop; }
    [[nodiscard]] int count() const { return static_cast<int>(m_stops.size()); }

Q_SIGNALS:
    void ended(); ///< to the end, or skipped

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void go(int stop);
    void end();
    void place();

    std::vector<TourStop> m_stops;
    int m_stop = 0;
    QLabel* m_count;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace spall::ui
