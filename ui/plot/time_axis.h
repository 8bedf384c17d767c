// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace spall::ui {

/// A stretch of time, in seconds from the start of the recording.
struct TimeRange {
    double first = 0.0;
    double last = 0.0;

    [[nodiscard]] double length() const { return last - first; }
    [[nodiscard]] bool contains(double time) const { return first <= time && time < last; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// The time that all plots of a page show together, and the cursor they share. The view always
/// lies within the whole and is never shorter than the smallest view.
class TimeAxis : public QObject {
    Q_OBJECT
public:
    explicit TimeAxis(QObject* parent = nullptr);

    [[nodiscard]] TimeRange whole() const { return m_whole; }
    [[nodiscard]] TimeRange view() const { return m_view; }
    [[nodiscard]] std::optional<double> cursor() const { return m_cursor; }

    /// Starts over with a recording of `seconds`; the view becomes the whole.
    void setWhole(double seconds, double smallestView);

    void show(TimeRange view);
    void showWhole();
    /// Makes the view `factor` times as long; the time `at` stays where it is on the screen.
    void zoom(double factor, double at);
    void pan(double seconds);
    void centre(double at);
    void setCursor(std::optional<double> time);
    /// A place that stays, to measure the cursor against.
    [[nodiscard]] std::optional<double> mark() const { return m_mark; }
    void setMark(std::optional<double> time);

Q_SIGNALS:
    void wholeChanged();
    void viewChanged();
    void cursorChanged();

private:
    TimeRange m_whole{0.0, 1.0};
    TimeRange m_view{0.0, 1.0};
    double m_smallestView = 1e-3;
    std::optional<double> m_cursor;
    std::optional<double> m_mark;
};

} // namespace spall::ui
