// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/plot/plot_table.h"

#include <QString>

#include <functional>

class QPoint;

namespace spall::ui {

class Plot;

/// Writes what a plot shows, its name above it; ".svg" as lines, anything else as PNG at twice the
/// size. errors: WriteFailed.
[[nodiscard]] Status exportPicture(Plot& plot, const QString& path);

/// Writes numbers: a heading with units, a line a row, digits that give the same number back. Any
/// thread; `goOn` is told the percentage now and then, and ends it with false.
/// errors: WriteFailed, TooFewSamples (nothing to write), Cancelled (the file is as it was).
[[nodiscard]] Status
exportTable(const PlotTable& table, const QString& path, const std::function<bool(int)>& goOn = {});

/// Opens the menu of a plot at a place of the screen: save as PNG, SVG or CSV.
void offerExport(Plot& plot, const QPoint& at);

/// Asks for a file and writes the plot by what its name ends in; numbers off the main thread, with
/// progress and a way to stop where that takes long.
void askForExport(Plot& plot, const QString& suffix);

} // namespace spall::ui
