// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/time_axis.h"

#include <algorithm>

namespace spall::ui {

TimeAxis::TimeAxis(QObject* parent) : QObject(parent) {}

void TimeAxis::setWhole(double seconds, double smallestView)
{
    m_mark.reset();
    m_whole = {0.0, seconds > 0.0 ? seconds : 1.0};
    m_smallestView = std::min(smallestView, m_whole.length());
    m_view = m_whole;
    m_cursor.reset();
    Q_EMIT wholeChanged();
    Q_EMIT viewChanged();
    Q_EMIT cursorChanged();
}

void TimeAxis::show(TimeRange view)
{
    const double length = std::clamp(view.length(), m_smallestView, m_whole.length());
    // A view that had to change its length keeps its middle.
    const double wanted =
        length == view.length() ? view.first : (view.first + view.last - length) / 2.0;
    const double first = std::clamp(wanted, m_whole.first, m_whole.last - length);
    const TimeRange shown{first, first + length};
    if (shown == m_view) {
        return;
    }
    m_view = shown;
    Q_EMIT viewChanged();
}

void TimeAxis::showWhole()
{
    show(m_whole);
}

void TimeAxis::zoom(double factor, double at)
{
    const double length = std::clamp(m_view.length() * factor, m_smallestView, m_whole.length());
    const double share = m_view.length() > 0.0 ? (at - m_view.first) / m_view.length() : 0.5;
    const double first = at - share * length;
    show({first, first + length});
}

void TimeAxis::pan(double seconds)
{
    const double length = m_view.length();
    const double first = std::clamp(m_view.first + seconds, m_whole.first, m_whole.last - length);
    show({first, first + length});
}

void TimeAxis::centre(double at)
{
    pan(at - (m_view.first + m_view.last) / 2.0);
}

void TimeAxis::setCursor(std::optional<double> time)
{
    if (time == m_cursor) {
        return;
    }
    m_cursor = time;
    Q_EMIT cursorChanged();
}

void TimeAxis::setMark(std::optional<double> time)
{
    m_mark = time;
    Q_EMIT cursorChanged();
}

} // namespace spall::ui
