// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_json.h"

#include "core/base/file_bytes.h"

#include <system_error>

namespace spall::report {

using nlohmann::json;

namespace {

const char* styleName(Series::Style style)
{
    switch (style) {
    case Series::Style::Line:
        return "line";
    case Series::Style::Points:
        return "points";
    case Series::Style::Steps:
        return "steps";
    case Series::Style::Bars:
        return "bars";
    case Series::Style::Band:
        return "band";
    }
    return "line";
}

json blockJson(const Paragraph& paragraph)
{
    return {{"paragraph", paragraph.text}};
}

json blockJson(const Table& table)
{
    return {{"table", {{"title", table.title}, {"heads", table.heads}, {"rows", table.rows}}}};
}

json blockJson(const Figure& figure)
{
    json series = json::array();
    for (const Series& one : figure.series) {
        json entry{{"name", one.name}, {"style", styleName(one.style)}, {"x", one.x}, {"y", one.y}};
        if (one.style == Series::Style::Band) {
            entry["high"] = one.high;
        }
        series.push_back(std::move(entry));
    }
    json marks = json::array();
    for (const Mark& mark : figure.marks) {
        marks.push_back(
            {{"axis", mark.horizontal ? "y" : "x"}, {"at", mark.at}, {"label", mark.label}});
    }
    return {{"figure",
             {{"title", figure.title},
              {"caption", figure.caption},
              {"x_title", figure.xTitle},
              {"y_title", figure.yTitle},
              {"series", std::move(series)},
              {"marks", std::move(marks)}}}};
}

json blockJson(const FigureRow& row)
{
    json figures = json::array();
    for (const Figure& figure : row.figures) {
        figures.push_back(blockJson(figure).at("figure"));
    }
    return {{"figures",
             {{"title", row.title}, {"caption", row.caption}, {"figures", std::move(figures)}}}};
}

json firstPageJson(const Report& report)
{
    json cards = json::array();
    for (const Card& card : report.cards) {
        cards.push_back({{"name", card.name}, {"value", card.value}, {"note", card.note}});
    }
    json page{{"facts", report.facts.rows},
              {"verdict", report.verdict},
              {"cards", std::move(cards)},
              {"remarks", report.remarks}};
    if (report.summary) {
        page.update(blockJson(*report.summary));
    }
    if (report.picture) {
        page.update(blockJson(*report.picture));
    }
    return page;
}

} // namespace

std::string programName()
{
    return "Spall " SPALL_VERSION;
}

std::string toJsonText(const Report& report, const std::filesystem::path& folder)
{
    json sections = json::array();
    for (const Section& section : report.sections) {
        json blocks = json::array();
        for (const Block& block : section.blocks) {
            blocks.push_back(std::visit([](const auto& one) { return blockJson(one); }, block));
        }
        sections.push_back({{"heading", section.heading}, {"blocks", std::move(blocks)}});
    }
    const json document{
        {"title", report.title},
        {"language", codeOf(report.language)},
        {"company", report.company},
        {"date", report.date},
        {"program", report.program},
        {"first_page", firstPageJson(report)},
        {"sections", std::move(sections)},
        {"data", report.data},
        {"session", pipeline::toJson(report.session, folder)},
    };
    return document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

Status writeJson(const std::filesystem::path& path, const Report& report)
{
    std::error_code problem;
    const auto folder = std::filesystem::absolute(path, problem).parent_path();
    return writeFileAtomically(path, toJsonText(report, folder));
}

} // namespace spall::report
