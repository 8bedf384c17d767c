// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QObject>

#include <algorithm>
#include <ctime>

namespace spall::test {

/// Processor time of the calling thread (or the whole process) in milliseconds. Unlike a clock on
/// the wall it does not run while other programs have the processor, so a test that asserts it says
/// the same on a busy machine.
inline double cpuMilliseconds(clockid_t clock = CLOCK_THREAD_CPUTIME_ID)
{
    timespec now{};
    clock_gettime(clock, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Measures how long the event loop stands still: the processor time of this thread from one turn
/// of the loop to the next. Everything that the thread does counts, events and the test's own
/// calls.
class Heartbeat : public QObject {
public:
    void start()
    {
        m_longest = 0.0;
        m_last = cpuMilliseconds();
        connect(QAbstractEventDispatcher::instance(),
                &QAbstractEventDispatcher::awake,
                this,
                &Heartbeat::beat,
                Qt::UniqueConnection);
    }

    /// Longest stall since `start`, in milliseconds of processor time.
    [[nodiscard]] double stop()
    {
        disconnect(QAbstractEventDispatcher::instance(), nullptr, this, nullptr);
        beat();
        return m_longest;
    }

private:
    void beat()
    {
        const double now = cpuMilliseconds();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    }

    double m_longest = 0.0;
    double m_last = 0.0;
};

} // namespace spall::test
