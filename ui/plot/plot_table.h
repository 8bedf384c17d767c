// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace spall::ui {

/// The numbers behind the visible range of a plot. Rows are made when they are asked for, from
/// values that the table owns or shares: another thread may write a long one.
struct PlotTable {
    QStringList columns; ///< each with its unit: "time, s"
    std::size_t count = 0;
    /// One row, as long as `columns`; NaN is an empty cell.
    std::function<std::vector<double>(std::size_t)> row;

    [[nodiscard]] bool isEmpty() const { return count == 0; }
};

/// A table of few rows, made at once.
inline PlotTable tableOf(QStringList columns, std::vector<std::vector<double>> rows)
{
    const auto kept = std::make_shared<const std::vector<std::vector<double>>>(std::move(rows));
    return {std::move(columns), kept->size(), [kept](std::size_t at) {
                return kept->at(at);
            }};
}

} // namespace spall::ui
