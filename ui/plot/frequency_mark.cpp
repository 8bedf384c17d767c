// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/frequency_mark.h"

#include "ui/plot/plot_style.h"
#include "ui/text/format.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr double kLabelGap = 8.0; ///< between the names of neighbouring lines

/// The longest name of a line that fits beside it: "BPFO 107.3 Hz", "BPFO"; "2× BPFO", "2×", none.
QString lineText(const FrequencyMark& mark, int harmonic, double room)
{
    const QFontMetricsF metrics(boldLabelFont());
    const QString whole =
        harmonic == 1 ? QStringLiteral("%1 %2").arg(mark.name, frequencyText(mark.frequency))
                      : QStringLiteral("%1× %2").arg(harmonic).arg(mark.name);
    if (metrics.horizontalAdvance(whole) <= room) {
        return whole;
    }
    const QString brief = harmonic == 1 ? mark.name : QStringLiteral("%1×").arg(harmonic);
    return harmonic == 1 || metrics.horizontalAdvance(brief) <= room ? brief : QString();
}

} // namespace

void paintTolerance(QPainter& painter,
                    const FrequencyRuler& ruler,
                    std::span<const FrequencyMark> marks,
                    int harmonics)
{
    const QRect area = ruler.area;
    for (const FrequencyMark& mark : marks) {
        for (int harmonic = 1; mark.tolerance > 0.0 && harmonic <= harmonics; ++harmonic) {
            const double hertz = mark.frequency.value * harmonic;
            const double left = ruler.xAt(hertz * (1.0 - mark.tolerance));
            const double right = ruler.xAt(hertz * (1.0 + mark.tolerance));
            painter.fillRect(QRectF(left, area.top(), right - left, area.height()),
                             faded(Ink::Alarm, 0.08));
        }
    }
}

void paintMark(QPainter& painter,
               const FrequencyRuler& ruler,
               const FrequencyMark& mark,
               int harmonics,
               int row)
{
    const QRect area = ruler.area;
    for (int harmonic = 1; harmonic <= harmonics; ++harmonic) {
        const double hertz = mark.frequency.value * harmonic;
        if (hertz < ruler.low || hertz > ruler.high) {
            continue;
        }
        const double x = ruler.xAt(hertz);
        for (const int side : {-2, -1, 1, 2}) {
            if (mark.sideband.value > 0.0) {
                const double at = ruler.xAt(hertz + side * mark.sideband.value);
                painter.setPen(QPen(faded(Ink::Alarm, 0.35), 1, Qt::DotLine));
                painter.drawLine(QPointF(at, area.center().y()), QPointF(at, area.bottom()));
            }
        }
        painter.setPen(QPen(faded(Ink::Alarm, harmonic == 1 ? 0.9 : 0.55), 1, mark.dash));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const double gap =
            std::min(ruler.xAt(hertz + mark.frequency.value), area.right() + kLabelGap) - x;
        painter.setPen(faded(Ink::Alarm, 1.0));
        painter.setFont(harmonic == 1 ? boldLabelFont() : labelFont());
        painter.drawText(QPointF(x + 4.0, area.top() + kLabelHeight * (row + 1) - 3.0),
                         lineText(mark, harmonic, gap - kLabelGap));
    }
}

} // namespace spall::ui
