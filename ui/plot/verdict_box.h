// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace spall::ui {

/// Writes what a spectrum says into a box: a bold line and quieter ones. It stands on the right,
/// where a spectrum of impacts has fallen off, `below` pixels under the top of the area.
void paintVerdictBox(QPainter& painter,
                     const QRectF& area,
                     double below,
                     const QString& verdict,
                     const QStringList& details);

} // namespace spall::ui
