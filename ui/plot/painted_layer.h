// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QCustomPlot;
class QPainter;

namespace spall::ui {

/// Layers of our plots between those of QCustomPlot, from the back to the front.
inline constexpr const char* kTintLayer = "tint";     ///< behind the grid
inline constexpr const char* kBarsLayer = "bars";     ///< above the grid, below the lines
inline constexpr const char* kMarksLayer = "marks";   ///< above the lines
inline constexpr const char* kCursorLayer = "cursor"; ///< redrawn alone

/// Whether painting may leave the plot's inner rectangle.
enum class Clip { Inside, None };

/// Adds the layers above to a plot.
void addLayers(QCustomPlot& canvas);

/// Adds something painted by hand to a layer; the painter works in pixels of the widget.
void addPainter(QCustomPlot& canvas,
                const char* layer,
                Clip clip,
                std::function<void(QPainter&)> paint);

/// Paints one of our layers again without touching the others; only for `kCursorLayer`.
void repaintLayer(QCustomPlot& canvas, const char* layer);

} // namespace spall::ui
