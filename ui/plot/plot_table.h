// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace spall::ui {

/// The numbers behind the visible range of a plot.
struct PlotTable {
    QStringList columns;                   ///< each with its unit: "time, s"
    std::vector<std::vector<double>> rows; ///< each as long as `columns`; NaN is an empty cell

    [[nodiscard]] bool isEmpty() const { return rows.empty(); }
};

} // namespace spall::ui
