// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/report_painter.h"

#include "core/base/file_bytes.h"
#include "ui/print/page_one.h"
#include "ui/print/paginator.h"
#include "ui/print/pdf_date.h"
#include "ui/print/pdf_outline.h"
#include "ui/print/pdf_text.h"
#include "ui/print/print_style.h"
#include "ui/print/section_blocks.h"
#include "ui/print/text_block.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>
#include <filesystem>
#include <span>

namespace spall::ui {

namespace {

using report::Report;

/// A report laid out, ready to be painted page by page.
struct LaidReport {
    print::Sheet sheet;
    std::vector<print::LaidBlock> blocks;
    std::vector<print::PlacedPage> pages;
};

LaidReport layOut(const Report& report)
{
    LaidReport laid;
    laid.sheet = print::sheetOf(report.paper);
    const double width = laid.sheet.content().width();
    print::appendPageOne(laid.blocks, report, width);
    const std::size_t first = laid.blocks.size();
    for (const report::Section& section : report.sections) {
        print::appendSection(laid.blocks, section, width);
    }
    if (first < laid.blocks.size()) {
        laid.blocks[first].start = print::LaidBlock::Start::NewPage;
    }
    laid.pages = print::paginate(laid.blocks, laid.sheet.content().height());
    return laid;
}

void paintFooter(QPainter& painter, const Report& report, const LaidReport& laid, std::size_t page)
{
    const QRectF content = laid.sheet.content();
    const double line = laid.sheet.size.height() - 0.55 * laid.sheet.bottomMargin;
    painter.setPen(QPen(print::hairlineInk(), 0.5 * print::kPoint));
    painter.drawLine(QPointF(content.left(), line), QPointF(content.right(), line));
    const double text = line + 12.0 * print::kPoint;
    std::string left = report.company;
    left += left.empty() ? report.title : " \u00B7 " + report.title;
    left += report.date.empty() ? "" : " \u00B7 " + report.date;
    left += report.program.empty() ? "" : " \u00B7 " + report.program;
    const print::TextRole role = print::TextRole::Small;
    print::paintLine(painter,
                     print::cutToWidth(left, role, 0.85 * content.width()),
                     role,
                     print::mutedInk(),
                     {content.left(), text});
    print::paintLine(painter,
                     std::to_string(page + 1) + " / " + std::to_string(laid.pages.size()),
                     print::TextRole::Small,
                     print::mutedInk(),
                     {content.right(), text},
                     print::Anchor::Right);
}

void paintPage(QPainter& painter, const Report& report, const LaidReport& laid, std::size_t page)
{
    const QPointF origin = laid.sheet.content().topLeft();
    for (const print::Placed& placed : laid.pages[page]) {
        const auto& block = laid.blocks[static_cast<std::size_t>(placed.block)];
        block.paint(painter, origin + QPointF(0.0, placed.top));
    }
    paintFooter(painter, report, laid, page);
}

/// Keeps hash order, and with it the order of a PDF's fonts, the same from run to run.
class FixedHashOrder {
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashOrder(const FixedHashOrder&) = delete;
    FixedHashOrder& operator=(const FixedHashOrder&) = delete;
};

bool paintPdf(QBuffer& buffer, const Report& report, const LaidReport& laid)
{
    const FixedHashOrder fixed;
    QPdfWriter writer(&buffer);
    writer.setPageSize(
        QPageSize(report.paper == report::Paper::Letter ? QPageSize::Letter : QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(static_cast<int>(print::kUnitsPerInch));
    writer.setTitle(QString::fromStdString(report.title));
    writer.setCreator(QString::fromStdString(report.program));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t page = 0; page < laid.pages.size(); ++page) {
        if (page > 0) {
            writer.newPage();
        }
        paintPage(painter, report, laid, page);
    }
    return painter.end();
}

/// Where the bookmarks of the laid report point to.
std::vector<print::Bookmark> bookmarksOf(const LaidReport& laid)
{
    constexpr double kPointsPerUnit = 1.0 / print::kPoint;
    std::vector<print::Bookmark> bookmarks;
    for (std::size_t page = 0; page < laid.pages.size(); ++page) {
        for (const print::Placed& placed : laid.pages[page]) {
            const auto& block = laid.blocks[static_cast<std::size_t>(placed.block)];
            if (!block.bookmark.empty()) {
                const double top = laid.sheet.size.height() - laid.sheet.topMargin - placed.top;
                bookmarks.push_back({QString::fromStdString(block.bookmark),
                                     static_cast<int>(page),
                                     kPointsPerUnit * top});
            }
        }
    }
    return bookmarks;
}

} // namespace

Result<int> writePdf(const Report& report, const QString& path)
{
    const LaidReport laid = layOut(report);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!paintPdf(buffer, report, laid)) {
        return fail(ErrorCode::WriteFailed,
                    "the report could not be painted",
                    path.toStdString(),
                    "try again with more free memory");
    }
    const QByteArray language =
        QByteArray::fromStdString(std::string(report::codeOf(report.language)));
    const QByteArray plain = print::withPlainText(print::withDate(buffer.data(), report.date));
    const QByteArray pdf = print::withOutline(plain, bookmarksOf(laid), language);
    const auto bytes =
        std::as_bytes(std::span(pdf.constData(), static_cast<std::size_t>(pdf.size())));
    const Status written = writeFileAtomically(std::filesystem::path(path.toStdU16String()), bytes);
    if (!written) {
        return fail(written.error());
    }
    return static_cast<int>(laid.pages.size());
}

std::vector<QImage> renderPages(const Report& report, int dpi)
{
    const LaidReport laid = layOut(report);
    const double scale = static_cast<double>(dpi) / print::kUnitsPerInch;
    const QSize size(static_cast<int>(std::lround(laid.sheet.size.width() * scale)),
                     static_cast<int>(std::lround(laid.sheet.size.height() * scale)));
    std::vector<QImage> images;
    for (std::size_t page = 0; page < laid.pages.size(); ++page) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paintPage(painter, report, laid, page);
        painter.end();
        images.push_back(std::move(image));
    }
    return images;
}

} // namespace spall::ui
