// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <QRect>
#include <QString>

#include <functional>
#include <span>

class QPainter;

namespace spall::ui {

/// A line where a defect would show, with its harmonics.
struct FrequencyMark {
    Hertz frequency;
    QString name;                     ///< "BPFO"
    Qt::PenStyle dash = Qt::DashLine; ///< tells families apart without colour
    double tolerance = 0.0;           ///< relative; shaded on both sides of each line
    Hertz sideband{0.0};              ///< distance of the sidebands; 0: none
};

/// Where frequencies lie in a plot.
struct FrequencyRuler {
    QRect area;       ///< pixels
    double low = 0.0; ///< hertz at its edges
    double high = 0.0;
    std::function<double(double)> xAt; ///< hertz to pixels
};

constexpr int kLabelHeight = 14; ///< pixels of a row of names

/// Shades what counts as on a line: the tolerance of each harmonic.
void paintTolerance(QPainter& painter,
                    const FrequencyRuler& ruler,
                    std::span<const FrequencyMark> marks,
                    int harmonics);

/// Draws the lines of a mark with their sidebands and, in `row` from the top, their names.
void paintMark(QPainter& painter,
               const FrequencyRuler& ruler,
               const FrequencyMark& mark,
               int harmonics,
               int row);

} // namespace spall::ui
