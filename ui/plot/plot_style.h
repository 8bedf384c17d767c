// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QColor>
#include <QFont>

class QCustomPlot;
class QPainter;
class QPointF;
class QString;

namespace spall::ui {

/// Space around the inner rectangle of a plot, in pixels. Plots above each other share left and
/// right, so that a time stands at the same place in all of them.
inline constexpr int kPlotLeft = 52;
inline constexpr int kPlotRight = 12;
inline constexpr int kTitleRow = 20; ///< above a plot that has a title
inline constexpr int kAxisRows = 36; ///< ticks and title of its lower axis

/// The same colour, let through.
[[nodiscard]] QColor faded(Ink ink, double opacity);

/// Colour of a share from 0 to 1 on maps: from the surface over blue to the colour of text.
[[nodiscard]] QColor heatColour(double share);

/// Font of ticks and direct labels.
[[nodiscard]] QFont labelFont();
[[nodiscard]] QFont boldLabelFont();

/// Colours, pens and fonts of the present theme; call again when the theme changes.
void styleCanvas(QCustomPlot& canvas);

/// A filled tag with a text in it, its right edge centred on `rightMiddle`.
void paintTag(QPainter& painter, QPointF rightMiddle, const QString& text, Ink ink);

} // namespace spall::ui
