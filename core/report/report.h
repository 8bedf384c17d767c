// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace spall::report {

/// A line of a plot in data units.
struct Series {
    enum class Style { Line, Points, Steps, Bars, Band };
    std::string name;   ///< direct label
    std::string colour; ///< palette role: signal, reconstruction, healthy, alarm, threshold, muted
    Style style = Style::Line;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> high; ///< upper edge, for Band
    double barWidth = 0.0;    ///< in data units, for Bars; 0: the distance of neighbours
};

/// A straight reference line across the plot.
struct Mark {
    bool horizontal = true;
    double at = 0.0;
    std::string label;
    std::string colour;
};

/// A figure as data; `ui/print` paints it as vectors.
struct Figure {
    std::string title;
    std::string caption;
    std::string xTitle; ///< with unit
    std::string yTitle; ///< with unit
    std::vector<Series> series;
    std::vector<Mark> marks;
    bool logX = false;
    std::optional<double> xLow; ///< ends of the axes; unset: from the data
    std::optional<double> xHigh;
    std::optional<double> yLow;
    std::optional<double> yHigh;
    double heightMillimetres = 55.0; ///< of the whole figure on paper, caption not counted
};

struct Table {
    enum class Kind { Records, Facts }; ///< Facts: two columns, name and value, without heads
    std::string title;
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
    Kind kind = Kind::Records;
};

struct Paragraph {
    enum class Kind { Plain, Bullet };
    std::string text;
    Kind kind = Kind::Plain;
};

/// One piece of a section.
using Block = std::variant<Paragraph, Table, Figure>;

/// A headed part of the report.
struct Section {
    std::string heading;
    std::vector<Block> blocks;
};

/// A key number of page one.
struct Card {
    std::string name;
    std::string value;
    std::string note; ///< interval and what it rests on
};

/// The report as data: the PDF, the HTML and the JSON all come from it.
struct Report {
    std::string title;
    std::string subtitle;
    std::string verdict;              ///< the sentence of page one
    std::string date;                 ///< ISO; the only thing that changes from run to run
    std::string program;              ///< name and version
    std::vector<Card> cards;          ///< page one, three or four
    std::optional<Figure> picture;    ///< page one
    std::vector<std::string> remarks; ///< page one, under the picture: what the reader must know
    std::vector<Section> sections;
    nlohmann::json data; ///< everything the numbers came from
};

/// What the report is about.
struct ReportInput {
    pipeline::ModelPtr model;
    std::vector<pipeline::ScoredPtr> scored;
    std::vector<io::Label> labels;
    detect::DecisionOptions decision;
    std::string date;
    std::string title;
};

/// Walk 10: composes the report. errors: those of `chooseThreshold` and `evaluate`.
[[nodiscard]] Result<Report> compose(const ReportInput& input);

} // namespace spall::report
