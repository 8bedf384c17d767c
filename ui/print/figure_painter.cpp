// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/figure_painter.h"

#include "core/report/axis.h"
#include "core/report/decimate.h"
#include "ui/print/print_style.h"
#include "ui/print/series_painter.h"
#include "ui/print/text_block.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spall::ui::print {

namespace {

using report::Figure;
using report::Mark;
using report::Series;

constexpr double kLine = 10.0 * kPoint; ///< height of a line of small text
constexpr double kGap = 4.0 * kPoint;

/// Ink of a name: what is drawn pale is still written to be read.
QColor nameInk(const std::string& colour)
{
    return colour == "muted" ? mutedInk() : inkOf(colour);
}

bool isNamedAtEnd(const Series& series)
{
    return !series.name.empty() &&
           (series.style == Series::Style::Line || series.style == Series::Style::Steps);
}

bool isNamedAbove(const Series& series)
{
    return !series.name.empty() && !isNamedAtEnd(series);
}

/// Room at the right for names of lines and of horizontal marks.
double rightMargin(const Figure& figure)
{
    double widest = 0.0;
    for (const Series& series : figure.series) {
        widest = isNamedAtEnd(series) ? std::max(widest, textWidth(series.name, TextRole::Small))
                                      : widest;
    }
    for (const Mark& mark : figure.marks) {
        widest =
            mark.horizontal ? std::max(widest, textWidth(mark.label, TextRole::Small)) : widest;
    }
    return widest > 0.0 ? widest + kGap : kGap;
}

double leftMargin(const report::Axis& axis)
{
    double widest = 0.0;
    for (const report::Tick& tick : axis.ticks) {
        widest = std::max(widest, textWidth(tick.label, TextRole::Small));
    }
    return widest + kGap;
}

Plot layOut(const Figure& figure, const QRectF& area)
{
    const int xTicks = std::max(2, static_cast<int>(area.width() / (55.0 * kPoint)));
    const int yTicks = std::max(2, static_cast<int>(area.height() / (30.0 * kPoint)));
    Plot plot;
    plot.frame = report::frameOf(figure, xTicks, yTicks);
    const bool hasUpright = std::any_of(figure.marks.begin(),
                                        figure.marks.end(),
                                        [](const Mark& mark) { return !mark.horizontal; });
    const double top = kLine * (hasUpright ? 2.6 : 1.5);
    const double bottom = 2.5 * kLine;
    plot.area = area.adjusted(leftMargin(plot.frame.y), top, -rightMargin(figure), -bottom);
    return plot;
}

void paintAxes(QPainter& painter, const Plot& plot, const Figure& figure, const QRectF& area)
{
    for (const report::Tick& tick : plot.frame.y.ticks) {
        const double y = plot.y(tick.at);
        painter.setPen(QPen(hairlineInk(), 0.5 * kPoint));
        painter.drawLine(QPointF(plot.area.left(), y), QPointF(plot.area.right(), y));
        paintLine(painter,
                  tick.label,
                  TextRole::Small,
                  mutedInk(),
                  {plot.area.left() - kGap, y + 0.27 * kLine},
                  Anchor::Right);
    }
    painter.setPen(QPen(mutedInk(), 0.6 * kPoint));
    painter.drawLine(plot.area.bottomLeft(), plot.area.bottomRight());
    for (const report::Tick& tick : plot.frame.x.ticks) {
        const double x = plot.x(tick.at);
        painter.setPen(QPen(mutedInk(), 0.6 * kPoint));
        painter.drawLine(QPointF(x, plot.area.bottom()),
                         QPointF(x, plot.area.bottom() + 0.3 * kLine));
        paintLine(painter,
                  tick.label,
                  TextRole::Small,
                  mutedInk(),
                  {x, plot.area.bottom() + 1.2 * kLine},
                  Anchor::Middle);
    }
    paintLine(painter,
              figure.xTitle,
              TextRole::Small,
              mutedInk(),
              {plot.area.center().x(), plot.area.bottom() + 2.3 * kLine},
              Anchor::Middle);
    paintLine(painter,
              figure.yTitle,
              TextRole::Small,
              mutedInk(),
              {area.left(), area.top() + 0.75 * kLine});
}

/// Names of bars and points, right-aligned above the plot, in their own colour.
void paintNamesAbove(QPainter& painter, const Figure& figure, const QRectF& area, double right)
{
    for (auto series = figure.series.rbegin(); series != figure.series.rend(); ++series) {
        if (isNamedAbove(*series)) {
            paintLine(painter,
                      series->name,
                      TextRole::Small,
                      nameInk(series->colour),
                      {right, area.top() + 0.75 * kLine},
                      Anchor::Right);
            right -= textWidth(series->name, TextRole::Small) + 2.5 * kGap;
        }
    }
}

struct EndLabel {
    double y = 0.0;
    std::string text;
    std::string colour;
};

/// Names at the right end of their lines, moved apart where they would touch.
void paintEndLabels(QPainter& painter, const Plot& plot, std::vector<EndLabel> labels)
{
    std::stable_sort(labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) {
        return a.y < b.y;
    });
    double floor = plot.area.bottom() - kLine * (static_cast<double>(labels.size()) - 1.0);
    double next = plot.area.top();
    for (const EndLabel& label : labels) {
        const double y = std::max(std::min(label.y, floor), next);
        paintLine(painter,
                  label.text,
                  TextRole::Small,
                  nameInk(label.colour),
                  {plot.area.right() + kGap, y + 0.27 * kLine});
        next = y + kLine;
        floor += kLine;
    }
}

/// A line with a hem of white, so that it is seen on bars of any colour.
void paintMarkLine(QPainter& painter, const QLineF& line, const std::string& colour)
{
    painter.setPen(QPen(Qt::white, 2.6 * kPoint));
    painter.drawLine(line);
    painter.setPen(QPen(inkOf(colour), 1.2 * kPoint));
    painter.drawLine(line);
}

void paintUprightMark(QPainter& painter, const Plot& plot, const Mark& mark)
{
    const double x = plot.x(mark.at);
    const double top = plot.area.top() - kLine;
    const double bottom = mark.isBrief ? plot.area.top() : plot.area.bottom();
    paintMarkLine(painter, QLineF(x, top, x, bottom), mark.colour);
    const bool isRight = x > plot.area.center().x();
    paintLine(painter,
              mark.label,
              TextRole::Small,
              inkOf(mark.colour),
              {x + (isRight ? -0.5 : 0.5) * kGap, top + 0.6 * kLine},
              isRight ? Anchor::Right : Anchor::Left);
}

void paintMarks(QPainter& painter,
                const Plot& plot,
                const Figure& figure,
                std::vector<EndLabel>& labels)
{
    for (const Mark& mark : figure.marks) {
        if (!std::isfinite(mark.at)) {
            continue;
        }
        if (!mark.horizontal) {
            paintUprightMark(painter, plot, mark);
            continue;
        }
        const double y = plot.y(mark.at);
        paintMarkLine(painter, QLineF(plot.area.left(), y, plot.area.right(), y), mark.colour);
        labels.push_back({y, mark.label, mark.colour});
    }
}

} // namespace

void paintFigure(QPainter& painter, const Figure& figure, const QRectF& area)
{
    painter.save();
    const Plot plot = layOut(figure, area);
    paintAxes(painter, plot, figure, area);
    std::vector<EndLabel> labels;
    const int columns = std::max(1, static_cast<int>(plot.area.width() / (0.6 * kPoint)));
    for (const Series& series : figure.series) {
        const std::vector<Series> pieces = report::drawablePieces(series, columns);
        for (const Series& piece : pieces) {
            paintSeries(painter, plot, piece);
        }
        if (isNamedAtEnd(series) && !pieces.empty()) {
            labels.push_back({plot.y(pieces.back().y.back()), series.name, series.colour});
        }
    }
    paintMarks(painter, plot, figure, labels);
    paintEndLabels(painter, plot, std::move(labels));
    paintNamesAbove(painter, figure, area, plot.area.right());
    painter.restore();
}

} // namespace spall::ui::print
