// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_columns.h"

#include "core/io/extension.h"
#include "core/io/scalar_meaning.h"
#include "core/io/time_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace spall::io {
namespace {

constexpr std::array<std::string_view, 14> kTimeNames{"time",
                                                      "t",
                                                      "times",
                                                      "timestamp",
                                                      "datetime",
                                                      "seconds",
                                                      "sec",
                                                      "zeit",
                                                      "temps",
                                                      "tijd",
                                                      "xvalue",
                                                      "elapsedtime",
                                                      "times1",
                                                      "timesec"};
constexpr std::array<std::string_view, 9> kCounterNames{
    "index", "sample", "samples", "n", "no", "nr", "id", "unnamed0", "point"};

bool isOneOf(std::string_view name, std::span<const std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Seconds in one unit of time; nothing for other units.
std::optional<double> secondsIn1(std::string_view unit)
{
    const std::string low = lowered(unit);
    if (low == "s" || low == "sec" || low == "seconds" || low == "second") {
        return 1.0;
    }
    if (low == "ms" || low == "msec" || low == "milliseconds") {
        return 1e-3;
    }
    if (low == "us" || low == "µs" || low == "microseconds" || low == "usec") {
        return 1e-6;
    }
    if (low == "ns") {
        return 1e-9;
    }
    return std::nullopt;
}

bool isWholeWithin(std::span<const double> values, double low, double high)
{
    return std::all_of(values.begin(), values.end(), [=](double v) {
        return v >= low && v <= high && v == std::floor(v);
    });
}

/// Columns hour, minute, second and a part of a second, then one or two signals.
bool isClockLayout(const TextTable& table, const TextLayout& layout)
{
    const bool hasHeading = std::any_of(layout.columns.begin(),
                                        layout.columns.end(),
                                        [](const TextColumn& c) { return !c.name.empty(); });
    const auto& columns = table.columns;
    if (hasHeading || columns.size() < 5 || columns.size() > 6 || columns[0].size() < 16) {
        return false;
    }
    const bool isSubSecond = std::all_of(
        columns[3].begin(), columns[3].end(), [](double v) { return v >= 0.0 && v < 1e6; });
    const bool moves = columns[3].front() != columns[3][1];
    return isWholeWithin(columns[0], 0, 23) && isWholeWithin(columns[1], 0, 59) &&
           isWholeWithin(columns[2], 0, 59) && isSubSecond && moves;
}

/// Seconds since midnight from clock columns. The fourth column counts microseconds, or tenths
/// where it stays below ten (temperature records).
std::vector<double> clockSeconds(const TextTable& table)
{
    const auto& sub = table.columns[3];
    const double most = *std::max_element(sub.begin(), sub.end());
    const double part = most < 10.0 ? 0.1 : 1e-6;
    std::vector<double> seconds(sub.size());
    for (std::size_t i = 0; i < sub.size(); ++i) {
        seconds[i] = table.columns[0][i] * 3600.0 + table.columns[1][i] * 60.0 +
                     table.columns[2][i] + sub[i] * part;
    }
    return seconds;
}

class Interpreter {
public:
    Interpreter(TextTable table, const TextLayout& layout)
        : m_table(std::move(table)), m_layout(layout), m_isUsed(layout.columns.size(), false)
    {
        m_contents.warnings = std::move(m_table.warnings);
    }

    FileContents run()
    {
        if (isClockLayout(m_table, m_layout)) {
            takeClock();
        }
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (!m_isUsed[i] && !m_table.columns[i].empty()) {
                sort(i);
            }
        }
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (!m_isUsed[i] && hasAnyNumber(m_table.columns[i])) {
                addSignal(i);
            }
        }
        return std::move(m_contents);
    }

private:
    static bool hasAnyNumber(const std::vector<double>& values)
    {
        return std::any_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    }

    void setRate(std::span<const double> seconds, const std::string& name)
    {
        const auto axis = timeAxisOf(seconds, name);
        if (!axis || m_contents.rate) {
            return;
        }
        m_contents.rate = axis->rate;
        if (!axis->warning.empty()) {
            m_contents.warnings.push_back(axis->warning);
        }
    }

    void takeClock()
    {
        setRate(clockSeconds(m_table), "the clock in columns 1 to 4");
        std::fill_n(m_isUsed.begin(), 4, true);
        m_hasClock = true;
    }

    std::string nameOf(std::size_t column) const
    {
        const std::string& heading = m_layout.columns[column].name;
        if (!heading.empty()) {
            return heading;
        }
        if (m_hasClock && m_table.columns.size() == 6) {
            return column == 4 ? "horizontal" : "vertical";
        }
        return m_table.columns.size() == 1 ? "signal" : fmt::format("column {}", column + 1);
    }

    /// Takes a column out of the signals when it is a time, a counter or a shaft speed.
    void sort(std::size_t column)
    {
        const TextColumn& layout = m_layout.columns[column];
        const std::vector<double>& values = m_table.columns[column];
        const std::string plain = plainName(layout.name);
        const bool isTime = layout.kind == FieldKind::Time || isOneOf(plain, kTimeNames);
        if (isTime) {
            takeTimes(column,
                      layout.kind == FieldKind::Time ? 1.0 : secondsIn1(layout.unit).value_or(1.0));
        } else if (plain.ends_with("rpm") && hasAnyNumber(values)) {
            takeShaftSpeed(column);
        } else if (layout.name.empty() && column == 0 && m_table.columns.size() > 1 &&
                   risesEvenly(values)) {
            takeUnnamedRamp(column);
        } else if (isOneOf(plain, kCounterNames) && risesEvenly(values)) {
            m_isUsed[column] = true;
        }
    }

    void takeTimes(std::size_t column, double unit)
    {
        std::vector<double> seconds = m_table.columns[column];
        std::for_each(seconds.begin(), seconds.end(), [unit](double& t) { t *= unit; });
        setRate(seconds, fmt::format("column '{}'", nameOf(column)));
        m_isUsed[column] = true;
    }

    /// A first column without a heading that rises evenly: seconds when its steps are below one,
    /// else a counter.
    void takeUnnamedRamp(std::size_t column)
    {
        const std::vector<double>& values = m_table.columns[column];
        if (values[1] - values[0] < 0.5) {
            takeTimes(column, 1.0);
            return;
        }
        m_isUsed[column] = true;
        m_contents.warnings.emplace_back(
            "The first column rises evenly and was taken for a counter, not a signal.");
    }

    void takeShaftSpeed(std::size_t column)
    {
        std::vector<double> values = m_table.columns[column];
        std::erase_if(values, [](double v) { return !std::isfinite(v); });
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        double sum = 0.0;
        for (const double value : values) {
            sum += value;
        }
        const double mean = *least == *most ? *least : sum / static_cast<double>(values.size());
        if (mean <= 0.0) {
            return;
        }
        m_isUsed[column] = true;
        const std::string name = nameOf(column);
        m_contents.shaftSpeed = signal::Attributed<Rpm>{
            Rpm{mean}, signal::Source::File, fmt::format("column '{}'", name)};
        constexpr double kSteady = 0.02;
        if (*most - *least > kSteady * mean) {
            m_contents.warnings.push_back(fmt::format(
                "The shaft speed in '{}' varies from {:.5g} to {:.5g}; its mean {:.5g} is used.",
                name,
                *least,
                *most,
                mean));
        }
    }

    void addSignal(std::size_t column)
    {
        const std::int64_t badLine = m_table.firstBadLine[column];
        const std::string unit =
            m_layout.columns[column].unit.empty() && m_hasClock && m_table.columns.size() == 6
                ? "g"
                : m_layout.columns[column].unit;
        m_contents.vectors.push_back(
            {nameOf(column),
             unit,
             std::move(m_table.columns[column]),
             {},
             badLine == 0 ? std::string{}
                          : fmt::format("line {}, column {}", badLine, column + 1)});
    }

    TextTable m_table;
    const TextLayout& m_layout;
    std::vector<bool> m_isUsed;
    bool m_hasClock = false;
    FileContents m_contents;
};

} // namespace

FileContents interpretColumns(TextTable table, const TextLayout& layout)
{
    return Interpreter{std::move(table), layout}.run();
}

} // namespace spall::io
