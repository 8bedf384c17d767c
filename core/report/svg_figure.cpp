// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_figure.h"

#include "core/report/axis.h"
#include "core/report/decimate.h"
#include "core/report/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace spall::report {

namespace {

constexpr double kWidth = 760.0;
constexpr double kLeft = 62.0;
constexpr double kRight = 156.0;
constexpr double kTop = 22.0;
constexpr double kBottom = 40.0;
constexpr int kColumns = 700;

/// Where values land on the drawing.
struct Plot {
    Frame frame;
    double height = 0.0;

    [[nodiscard]] double x(double value) const
    {
        return kLeft + frame.x.place(value) * (kWidth - kLeft - kRight);
    }
    [[nodiscard]] double y(double value) const
    {
        return height - kBottom - frame.y.place(value) * (height - kTop - kBottom);
    }
};

void axes(std::string& out, const Plot& plot, const Figure& figure)
{
    const double bottom = plot.height - kBottom;
    for (const Tick& tick : plot.frame.y.ticks) {
        const double y = plot.y(tick.at);
        out += fmt::format("<line class=\"grid\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" "
                           "y2=\"{:.1f}\"/><text class=\"end\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
                           kLeft,
                           kWidth - kRight,
                           y,
                           y,
                           kLeft - 6.0,
                           y + 4.0,
                           tick.label);
    }
    for (const Tick& tick : plot.frame.x.ticks) {
        const double x = plot.x(tick.at);
        out += fmt::format("<line class=\"axis\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" "
                           "y2=\"{:.1f}\"/><text class=\"mid\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
                           x,
                           x,
                           bottom,
                           bottom + 4.0,
                           x,
                           bottom + 16.0,
                           tick.label);
    }
    out += fmt::format("<line class=\"axis\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" "
                       "y2=\"{:.1f}\"/>",
                       kLeft,
                       kWidth - kRight,
                       bottom,
                       bottom);
    out += fmt::format("<text class=\"mid\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
                       0.5 * (kLeft + kWidth - kRight),
                       plot.height - 6.0,
                       escaped(figure.xTitle));
    out += fmt::format("<text x=\"0\" y=\"12\">{}</text>", escaped(figure.yTitle));
}

void polyline(std::string& out, const Plot& plot, const Series& piece)
{
    out += fmt::format("<polyline fill=\"none\" stroke-width=\"1.2\" stroke=\"{}\" points=\"",
                       colourOf(piece.colour));
    for (std::size_t i = 0; i < piece.x.size(); ++i) {
        out += fmt::format("{:.1f},{:.1f} ", plot.x(piece.x[i]), plot.y(piece.y[i]));
    }
    out += "\"/>";
}

void band(std::string& out, const Plot& plot, const Series& piece)
{
    out +=
        fmt::format("<polygon fill-opacity=\"0.22\" fill=\"{}\" points=\"", colourOf(piece.colour));
    for (std::size_t i = 0; i < piece.x.size(); ++i) {
        out += fmt::format("{:.1f},{:.1f} ", plot.x(piece.x[i]), plot.y(piece.high[i]));
    }
    for (std::size_t i = piece.x.size(); i-- > 0;) {
        out += fmt::format("{:.1f},{:.1f} ", plot.x(piece.x[i]), plot.y(piece.y[i]));
    }
    out += "\"/>";
}

void bars(std::string& out, const Plot& plot, const Series& piece)
{
    out += fmt::format("<g fill-opacity=\"0.75\" fill=\"{}\">", colourOf(piece.colour));
    const double half = 0.5 * piece.barWidth;
    const double bottom = plot.y(plot.frame.y.low);
    for (std::size_t i = 0; i < piece.x.size(); ++i) {
        const double left = plot.x(piece.x[i] - half);
        const double width = std::max(plot.x(piece.x[i] + half) - left, 0.6);
        const double top = plot.y(piece.y[i]);
        out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.2f}\" height=\"{:.1f}\"/>",
                           left,
                           top,
                           width,
                           std::max(bottom - top, 0.0));
    }
    out += "</g>";
}

void points(std::string& out, const Plot& plot, const Series& piece)
{
    for (std::size_t i = 0; i < piece.x.size(); ++i) {
        out += fmt::format("<circle r=\"3\" cx=\"{:.1f}\" cy=\"{:.1f}\" fill=\"{}\"/>",
                           plot.x(piece.x[i]),
                           plot.y(piece.y[i]),
                           colourOf(piece.colour));
    }
}

void draw(std::string& out, const Plot& plot, const Series& piece)
{
    switch (piece.style) {
    case Series::Style::Line:
    case Series::Style::Steps:
        polyline(out, plot, piece);
        return;
    case Series::Style::Band:
        band(out, plot, piece);
        return;
    case Series::Style::Bars:
        bars(out, plot, piece);
        return;
    case Series::Style::Points:
        points(out, plot, piece);
        return;
    }
}

/// Colour of a name: what is drawn pale is still written to be read.
std::string_view nameColour(const std::string& role)
{
    return colourOf(role == "muted" ? "signal" : role);
}

/// Names of series and marks at the right, moved apart where they would touch.
struct Label {
    double y = 0.0;
    std::string text;
    std::string colour;
};

void labels(std::string& out, const Plot& plot, std::vector<Label> all)
{
    std::stable_sort(
        all.begin(), all.end(), [](const Label& a, const Label& b) { return a.y < b.y; });
    double next = kTop;
    const double room = 14.0 * static_cast<double>(all.size());
    for (const Label& label : all) {
        const double y =
            std::max(std::min(label.y, plot.height - kBottom - room + next - kTop), next);
        next = y + 14.0;
        out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" fill=\"{}\">{}</text>",
                           kWidth - kRight + 6.0,
                           y + 4.0,
                           nameColour(label.colour),
                           escaped(label.text));
    }
}

void marks(std::string& out, const Plot& plot, const Figure& figure, std::vector<Label>& names)
{
    for (const Mark& mark : figure.marks) {
        if (!std::isfinite(mark.at)) {
            continue;
        }
        const double at = mark.horizontal ? plot.y(mark.at) : plot.x(mark.at);
        const double bottom = plot.height - kBottom;
        out += fmt::format("<line stroke=\"{}\" stroke-width=\"1.4\" x1=\"{:.1f}\" y1=\"{:.1f}\" "
                           "x2=\"{:.1f}\" y2=\"{:.1f}\"/>",
                           colourOf(mark.colour),
                           mark.horizontal ? kLeft : at,
                           mark.horizontal ? at
                           : mark.isBrief  ? kTop - 10.0
                                           : kTop,
                           mark.horizontal ? kWidth - kRight : at,
                           mark.horizontal ? at
                           : mark.isBrief  ? kTop
                                           : bottom);
        names.push_back({mark.horizontal ? at : kTop, mark.label, mark.colour});
    }
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += letter;
        }
    }
    return out;
}

std::string svgOf(const Figure& figure)
{
    const double height = std::max(150.0, 4.0 * figure.heightMillimetres);
    const Plot plot{frameOf(figure, 8, std::max(3, static_cast<int>(height / 50.0))), height};
    std::string out = fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
                                  "aria-label=\"{}\">",
                                  kWidth,
                                  height,
                                  escaped(figure.title));
    axes(out, plot, figure);
    std::vector<Label> names;
    for (const Series& series : figure.series) {
        const std::vector<Series> pieces = drawablePieces(series, kColumns);
        for (const Series& piece : pieces) {
            draw(out, plot, piece);
        }
        if (!pieces.empty() && !series.name.empty()) {
            names.push_back({plot.y(pieces.back().y.back()), series.name, series.colour});
        }
    }
    marks(out, plot, figure, names);
    labels(out, plot, std::move(names));
    return out + "</svg>";
}

} // namespace spall::report
