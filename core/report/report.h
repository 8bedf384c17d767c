// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <nlohmann/json.hpp>

#include <string>
#include <variant>
#include <vector>

namespace spall::report {

/// A line of a plot in data units.
struct Series {
    enum class Style { Line, Points, Steps, Bars, Band };
    std::string name; ///< direct label
    std::string colour; ///< palette role: signal, reconstruction, healthy, alarm, threshold, muted
    Style style = Style::Line;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> high; ///< upper edge, for Band
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
};

struct Table {
    std::string title;
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
};

struct Paragraph {
    std::string text;
};

/// A headed part of the report.
struct Section {
    std::string heading;
    std::vector<std::variant<Paragraph, Table, Figure>> blocks;
};

/// The report as data: the PDF, the HTML and the JSON all come from it.
struct Report {
    std::string title;
    std::string subtitle;
    std::string verdict; ///< the sentence of page one
    std::string date;    ///< ISO; the only thing that changes from run to run
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
