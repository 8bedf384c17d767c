// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/verdict_box.h"

#include "ui/plot/plot_style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr double kBoxInset = 10.0; ///< of the words
constexpr double kBoxLine = 16.0;
constexpr double kBoxGap = 12.0; ///< from the right edge

} // namespace

void paintVerdictBox(QPainter& painter,
                     const QRectF& area,
                     double below,
                     const QString& verdict,
                     const QStringList& details)
{
    const QFontMetricsF bold(boldLabelFont());
    const QFontMetricsF plain(labelFont());
    const double room = area.width() - 2.0 * kBoxInset - 2.0 * kBoxGap;
    double width = bold.horizontalAdvance(verdict);
    for (const QString& detail : details) {
        width = std::max(width, plain.horizontalAdvance(detail));
    }
    width = std::ceil(std::min(width, room));
    const auto lines = static_cast<double>(1 + details.size());
    const QRectF box(area.right() - kBoxGap - width - 2.0 * kBoxInset,
                     area.top() + below + 4.0,
                     width + 2.0 * kBoxInset,
                     lines * kBoxLine + kBoxInset);
    painter.setPen(QPen(faded(Ink::Border, 1.0), 1));
    painter.setBrush(faded(Ink::Field, 0.94));
    painter.drawRoundedRect(box, 5.0, 5.0);
    QRectF line(box.left() + kBoxInset, box.top() + kBoxInset / 2.0, width, kBoxLine);
    painter.setFont(boldLabelFont());
    painter.setPen(faded(Ink::Text, 1.0));
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter, bold.elidedText(verdict, Qt::ElideRight, width));
    painter.setFont(labelFont());
    painter.setPen(faded(Ink::TextMuted, 1.0));
    for (const QString& detail : details) {
        line.translate(0.0, kBoxLine);
        painter.drawText(line,
                         Qt::AlignLeft | Qt::AlignVCenter,
                         plain.elidedText(detail, Qt::ElideRight, width));
    }
}

} // namespace spall::ui
