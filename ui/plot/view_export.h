// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

class QPoint;

namespace spall::ui {

class Plot;

/// Writes what a plot shows, its name above it; ".svg" as lines, anything else as PNG at twice the
/// size. errors: WriteFailed.
[[nodiscard]] Status exportPicture(Plot& plot, const QString& path);

/// Writes the numbers of the visible range: a heading with units, a line a row, full precision.
/// errors: WriteFailed, TooFewSamples (nothing to write).
[[nodiscard]] Status exportTable(const Plot& plot, const QString& path);

/// Opens the menu of a plot at a place of the screen: save as PNG, SVG or CSV.
void offerExport(Plot& plot, const QPoint& at);

/// Asks for a file and writes the plot by what its name ends in.
void askForExport(Plot& plot, const QString& suffix);

} // namespace spall::ui
