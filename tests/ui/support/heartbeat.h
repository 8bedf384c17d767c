// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace spall::test {

/// Measures how long the event loop stands still: a timer of 5 ms notes the longest time between
/// two of its ticks.
class Heartbeat : public QObject {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_clock.restart());
        });
    }

    void start()
    {
        m_longest = 0;
        m_clock.start();
        m_timer.start();
    }

    /// Longest stall since `start`, in milliseconds.
    [[nodiscard]] qint64 stop()
    {
        m_timer.stop();
        return m_longest;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace spall::test
