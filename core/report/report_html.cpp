// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_html.h"

#include "core/base/file_bytes.h"
#include "core/report/svg_figure.h"

#include <fmt/format.h>

namespace spall::report {

namespace {

constexpr const char* kStyle = R"css(
body{font:15px/1.5 Inter,system-ui,sans-serif;color:#1B2330;background:#fff;max-width:820px;
margin:40px auto;padding:0 24px}
h1{font-size:26px;margin:0}h2{font-size:19px;margin:44px 0 8px;border-bottom:1px solid #E1E5EB;
padding-bottom:6px}h3{font-size:15px;margin:22px 0 4px}
.muted,figcaption{color:#5B6472;font-size:13px}.verdict{font-size:20px;line-height:1.4;
font-weight:600;margin:22px 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin:20px 0}
.card{background:#F4F6F9;border:1px solid #E1E5EB;border-radius:8px;padding:12px 14px}
.card b{display:block;font-size:23px}
table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:5px 12px 5px 0;border-bottom:1px solid #E1E5EB;
overflow-wrap:anywhere}th{color:#5B6472;font-weight:600}
.row{display:flex;gap:16px}.row svg{flex:1;min-width:0}
header{display:flex;justify-content:space-between;align-items:center;gap:24px}
header img{max-height:56px;max-width:220px}.company{color:#5B6472;font-weight:600}
.facts td:first-child{color:#5B6472;width:27%}
figure{margin:14px 0}svg{width:100%;height:auto;font-size:12px;fill:#1B2330}
svg .grid{stroke:#E9ECF1}svg .axis{stroke:#8A93A1}svg .end{text-anchor:end}svg .mid{text-anchor:middle}
@media print{h2{break-after:avoid}figure,tr{break-inside:avoid}}
)css";

std::string blockHtml(const Paragraph& paragraph)
{
    const char* tag = paragraph.kind == Paragraph::Kind::Bullet ? "li" : "p";
    return fmt::format("<{0}>{1}</{0}>\n", tag, escaped(paragraph.text));
}

std::string rowHtml(const std::vector<std::string>& cells, const char* tag)
{
    std::string out = "<tr>";
    for (const std::string& cell : cells) {
        out += fmt::format("<{0}>{1}</{0}>", tag, escaped(cell));
    }
    return out + "</tr>\n";
}

std::string blockHtml(const Table& table)
{
    std::string out =
        table.title.empty() ? std::string() : "<h3>" + escaped(table.title) + "</h3>\n";
    out += "<table>\n";
    if (!table.heads.empty()) {
        out += "<thead>" + rowHtml(table.heads, "th") + "</thead>\n";
    }
    out += "<tbody>";
    for (const auto& row : table.rows) {
        out += rowHtml(row, "td");
    }
    return out + "</tbody></table>\n";
}

std::string blockHtml(const Figure& figure)
{
    std::string out =
        figure.title.empty() ? std::string() : "<h3>" + escaped(figure.title) + "</h3>\n";
    out += "<figure>" + svgOf(figure);
    if (!figure.caption.empty()) {
        out += "<figcaption>" + escaped(figure.caption) + "</figcaption>";
    }
    return out + "</figure>\n";
}

std::string blockHtml(const FigureRow& row)
{
    std::string out = row.title.empty() ? std::string() : "<h3>" + escaped(row.title) + "</h3>\n";
    out += "<figure><div class=\"row\">";
    for (const Figure& figure : row.figures) {
        out += svgOf(figure);
    }
    return out + "</div><figcaption>" + escaped(row.caption) + "</figcaption></figure>\n";
}

/// Bytes as base64 (RFC 4648).
std::string base64(std::string_view bytes)
{
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned value = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const unsigned byte =
                i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
            value = value << 8U | byte;
        }
        for (std::size_t k = 0; k < 4; ++k) {
            const bool isFilled = i + k <= bytes.size();
            out += isFilled ? kDigits[value >> (18U - 6U * k) & 63U] : '=';
        }
    }
    return out;
}

std::string letterhead(const Report& report)
{
    std::string out = "<header><div>";
    if (!report.company.empty()) {
        out += "<div class=\"company\">" + escaped(report.company) + "</div>";
    }
    out += "<h1>" + escaped(report.title) + "</h1></div>";
    if (report.logo) {
        out += fmt::format("<img alt=\"{}\" src=\"data:{};base64,{}\"/>",
                           escaped(report.company),
                           report.logo->mediaType,
                           base64(report.logo->bytes));
    }
    return out + "</header>\n";
}

std::string firstPage(const Report& report)
{
    std::string out = letterhead(report);
    out += "<div class=\"facts\">" + blockHtml(report.facts) + "</div>\n";
    out += "<p class=\"verdict\">" + escaped(report.verdict) + "</p>\n<div class=\"cards\">\n";
    for (const Card& card : report.cards) {
        out += fmt::format("<div class=\"card\"><span class=\"muted\">{}</span><b>{}</b>"
                           "<span class=\"muted\">{}</span></div>\n",
                           escaped(card.name),
                           escaped(card.value),
                           escaped(card.note));
    }
    out += "</div>\n";
    if (report.picture) {
        out += blockHtml(*report.picture);
    }
    if (report.summary) {
        out += blockHtml(*report.summary);
    }
    for (const std::string& remark : report.remarks) {
        out += blockHtml(Paragraph{remark, Paragraph::Kind::Bullet});
    }
    return out;
}

} // namespace

std::string toHtml(const Report& report)
{
    std::string out =
        fmt::format("<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
                    "<title>{}</title><meta name=\"generator\" content=\"{}\">"
                    "<meta name=\"viewport\" content=\"width=device-width\">"
                    "<style>{}</style></head>\n<body>\n",
                    codeOf(report.language),
                    escaped(report.title),
                    escaped(report.program),
                    kStyle);
    out += firstPage(report);
    for (const Section& section : report.sections) {
        out += "<h2>" + escaped(section.heading) + "</h2>\n";
        for (const Block& block : section.blocks) {
            out += std::visit([](const auto& one) { return blockHtml(one); }, block);
        }
    }
    out += "<p class=\"muted\">" + escaped(report.program) + "</p>\n";
    return out + "</body></html>\n";
}

Status writeHtml(const std::filesystem::path& path, const Report& report)
{
    return writeFileAtomically(path, toHtml(report));
}

} // namespace spall::report
