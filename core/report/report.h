// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/detectability.h"
#include "core/pipeline/session.h"
#include "core/report/words.h"
#include "core/signal/bearing.h"

#include <nlohmann/json.hpp>

#include <filesystem>
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
    bool isBrief = false; ///< upright: a tick above the plot, so that what stands there is seen
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

/// Figures side by side under one title.
struct FigureRow {
    std::string title;
    std::vector<Figure> figures; ///< of one height
    std::string caption;
};

/// One piece of a section.
using Block = std::variant<Paragraph, Table, Figure, FigureRow>;

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

enum class Paper { A4, Letter };

/// "a4" or "letter". errors: Usage.
[[nodiscard]] Result<Paper> parsePaper(std::string_view name);

/// A picture file as it is.
struct Picture {
    std::string bytes;
    std::string mediaType; ///< "image/png", "image/jpeg", "image/svg+xml"
};

/// A PNG, JPEG or SVG file of at most 4 MiB. errors: FileUnreadable, UnknownFormat.
[[nodiscard]] Result<Picture> readPicture(const std::filesystem::path& path);

/// The report as data: the PDF, the HTML and the JSON all come from it.
struct Report {
    Language language = Language::English;
    Paper paper = Paper::A4;
    std::string company;
    std::optional<Picture> logo;
    std::string title;
    std::string verdict;              ///< the sentence of page one
    std::string date;                 ///< ISO; the only thing that changes from run to run
    std::string program;              ///< name and version
    Table facts;                      ///< page one: machine, recording, date, model
    std::vector<Card> cards;          ///< page one, three or four
    std::optional<Figure> picture;    ///< page one
    std::optional<Table> summary;     ///< page one of a fleet: recording by recording
    std::vector<std::string> remarks; ///< page one, under the picture: what the reader must know
    std::vector<Section> sections;
    nlohmann::json data;       ///< everything the numbers came from
    pipeline::Session session; ///< what to open again for the same numbers
};

/// What the user chose about the report.
struct ReportChoices {
    std::string title;   ///< empty: the usual one
    std::string machine; ///< where the recordings come from; empty: not said
    std::string company;
    std::optional<Picture> logo;
    Language language = Language::English;
    Paper paper = Paper::A4;
};

/// A planted-fault grid that was worked out before.
struct DetectabilityGrid {
    std::vector<pipeline::DetectabilityResult> methods;
    double falseAlarmRate = 0.02;
};

/// What the report is about.
struct ReportInput {
    pipeline::ModelPtr model;
    std::string modelPath;   ///< empty when it was not read from a file
    std::string modelSha256; ///< of that file
    std::vector<pipeline::ScoredPtr> scored;
    /// Of the shaft, by recording, where the user states them; the file's speed elsewhere.
    std::vector<std::optional<Rpm>> speeds;
    std::vector<io::Label> labels;
    detect::DecisionOptions decision;
    std::optional<signal::BearingGeometry> bearing; ///< for the fault families of alarms
    DetectabilityGrid detectability;                ///< empty: not in the report
    ReportChoices choices;
    std::string date;
};

/// Walk 10: composes the report. errors: those of `chooseThreshold` and `evaluate`.
[[nodiscard]] Result<Report> compose(const ReportInput& input);

} // namespace spall::report
