// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_columns.h"

#include "core/io/time_axis.h"
#include "core/io/unit_suffix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace spall::io {
namespace {

bool isWholeWithin(std::span<const double> values, double low, double high)
{
    return std::all_of(values.begin(), values.end(), [=](double v) {
        return v >= low && v <= high && v == std::floor(v);
    });
}

constexpr std::size_t kClockColumns = 4;

/// Seconds since midnight from clock columns, going on past the next midnight. The fourth column
/// counts microseconds, or tenths where it stays below ten (temperature records).
std::vector<double> clockSeconds(const TextTable& table)
{
    constexpr double kSecondsOfDay = 86'400.0;
    const auto& sub = table.columns[3];
    const double most = *std::max_element(sub.begin(), sub.end());
    const double part = most < 10.0 ? 0.1 : 1e-6;
    std::vector<double> seconds(sub.size());
    double passed = 0.0;
    for (std::size_t i = 0; i < sub.size(); ++i) {
        seconds[i] = passed + table.columns[0][i] * 3600.0 + table.columns[1][i] * 60.0 +
                     table.columns[2][i] + sub[i] * part;
        if (i > 0 && passed == 0.0 && seconds[i] < seconds[i - 1] - kSecondsOfDay / 2.0) {
            passed = kSecondsOfDay;
            seconds[i] += passed;
        }
    }
    return seconds;
}

/// Columns hour, minute, second and a part of a second, then one or two signals; small counts look
/// alike but do not rise. Columns of text are empty here.
bool isClockLayout(const TextTable& table, const TextLayout& layout)
{
    const bool hasHeading = std::any_of(layout.columns.begin(),
                                        layout.columns.end(),
                                        [](const TextColumn& c) { return !c.name.empty(); });
    const auto& columns = table.columns;
    constexpr std::size_t kFewestRows = 16;
    if (hasHeading || columns.size() < kClockColumns + 1 || columns.size() > kClockColumns + 2) {
        return false;
    }
    const bool isFull = std::all_of(columns.begin(), columns.begin() + kClockColumns, [&](auto& c) {
        return c.size() >= kFewestRows && c.size() == columns[0].size();
    });
    const auto isSubSecond = [](double v) {
        return v >= 0.0 && v < 1e6;
    };
    if (!isFull || !std::all_of(columns[3].begin(), columns[3].end(), isSubSecond) ||
        !isWholeWithin(columns[0], 0, 23) || !isWholeWithin(columns[1], 0, 59) ||
        !isWholeWithin(columns[2], 0, 59)) {
        return false;
    }
    const std::vector<double> seconds = clockSeconds(table);
    return columns[3][0] != columns[3][1] && std::is_sorted(seconds.begin(), seconds.end());
}

class Interpreter {
public:
    Interpreter(TextTable table, const TextLayout& layout)
        : m_table(std::move(table)), m_layout(layout)
    {
        m_contents.warnings = std::move(m_table.warnings);
    }

    FileContents run()
    {
        if (isClockLayout(m_table, m_layout)) {
            takeClock();
        }
        for (std::size_t i = m_hasClock ? kClockColumns : 0; i < m_table.columns.size(); ++i) {
            if (hasAnyNumber(m_table.columns[i])) {
                addColumn(i);
            }
            tellUnreadTimes(m_layout.columns[i], i);
        }
        return std::move(m_contents);
    }

private:
    static bool hasAnyNumber(const std::vector<double>& values)
    {
        return std::any_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    }

    void takeClock()
    {
        m_hasClock = true;
        const std::vector<double> seconds = clockSeconds(m_table);
        if (const auto axis = timeAxisOf(seconds, "the clock in columns 1 to 4")) {
            m_contents.axes.push_back(
                {seconds.size(), axis->rate, axis->warning, Seconds{seconds.front()}});
            m_contents.startOfDay = Seconds{seconds.front()};
        }
    }

    void tellUnreadTimes(const TextColumn& column, std::size_t index)
    {
        if (!column.unreadTime.empty()) {
            m_contents.warnings.push_back(fmt::format(
                "Column {} looks like times, but '{}' is of a form that cannot be read.",
                index + 1,
                column.unreadTime));
        }
    }

    [[nodiscard]] bool isVibrationPair() const { return m_hasClock && m_table.columns.size() == 6; }

    std::string nameOf(std::size_t column) const
    {
        const std::string& heading = m_layout.columns[column].name;
        if (!heading.empty()) {
            return heading;
        }
        if (isVibrationPair()) {
            return column == 4 ? "horizontal" : "vertical";
        }
        return m_table.columns.size() == 1 ? "signal" : fmt::format("column {}", column + 1);
    }

    void addColumn(std::size_t column)
    {
        const std::int64_t badLine = m_table.firstBadLine[column];
        FoundVector vector{nameOf(column),
                           m_layout.columns[column].unit,
                           std::move(m_table.columns[column]),
                           {},
                           {}};
        vector.isTime = m_layout.columns[column].kind == FieldKind::Time;
        if (vector.unit.empty()) {
            vector.unit = isVibrationPair() ? "g" : unitSuffixOf(vector.name).unit;
        }
        if (vector.unit.empty() && !m_layout.statedUnit.empty() && !vector.isTime &&
            !risesEvenly(vector.samples)) {
            vector.unit = m_layout.statedUnit;
            vector.isUnitShared = true;
        }
        if (badLine != 0) {
            vector.firstBadPlace = fmt::format("line {}, column {}", badLine, column + 1);
        }
        m_contents.vectors.push_back(std::move(vector));
    }

    TextTable m_table;
    const TextLayout& m_layout;
    bool m_hasClock = false;
    FileContents m_contents;
};

} // namespace

FileContents interpretColumns(TextTable table, const TextLayout& layout)
{
    return Interpreter{std::move(table), layout}.run();
}

} // namespace spall::io
