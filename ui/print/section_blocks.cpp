// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/section_blocks.h"

#include "ui/print/figure_painter.h"
#include "ui/print/table_painter.h"
#include "ui/print/text_block.h"

#include <QPainter>

namespace spall::ui::print {

namespace {

using report::Figure;
using report::FigureRow;
using report::Paragraph;
using report::Table;

void append(std::vector<LaidBlock>& blocks, const Paragraph& paragraph, double width)
{
    appendParagraph(blocks, paragraph, width);
}

void append(std::vector<LaidBlock>& blocks, const Figure& figure, double width)
{
    appendFigure(blocks, figure, width);
}

void append(std::vector<LaidBlock>& blocks, const FigureRow& row, double width)
{
    appendFigureRow(blocks, row, width);
}

void append(std::vector<LaidBlock>& blocks, const Table& table, double width)
{
    appendTable(blocks, table, width);
}

} // namespace

LaidBlock
textBlock(const std::string& text, TextRole role, QColor ink, double width, double spaceBefore)
{
    const TextBlock laid(text, role, ink, width);
    LaidBlock block;
    block.height = laid.height();
    block.spaceBefore = spaceBefore;
    block.paint = [laid](QPainter& painter, QPointF at) {
        laid.paint(painter, at);
    };
    return block;
}

void appendParagraph(std::vector<LaidBlock>& blocks, const Paragraph& paragraph, double width)
{
    if (paragraph.kind == Paragraph::Kind::Plain) {
        blocks.push_back(textBlock(paragraph.text, TextRole::Body, textInk(), width, 6.0 * kPoint));
        return;
    }
    constexpr double kIndent = 10.0 * kPoint;
    const TextBlock dot(std::string("\u2022"), TextRole::Body, mutedInk(), kIndent);
    const TextBlock text(paragraph.text, TextRole::Body, textInk(), width - kIndent);
    LaidBlock block;
    block.height = text.height();
    block.spaceBefore = 4.0 * kPoint;
    block.paint = [dot, text](QPainter& painter, QPointF at) {
        dot.paint(painter, at);
        text.paint(painter, at + QPointF(kIndent, 0.0));
    };
    blocks.push_back(std::move(block));
}

void appendFigure(std::vector<LaidBlock>& blocks, const Figure& figure, double width)
{
    const TextBlock title(figure.title, TextRole::SubHeading, textInk(), width);
    const TextBlock caption(figure.caption, TextRole::Small, mutedInk(), width);
    const double gap = 3.0 * kPoint;
    const double head = figure.title.empty() ? 0.0 : title.height() + gap;
    const double plot = figure.heightMillimetres * kMillimetre;
    LaidBlock block;
    block.height = head + plot + (figure.caption.empty() ? 0.0 : caption.height() + gap);
    block.spaceBefore = 14.0 * kPoint;
    block.paint = [figure, title, caption, head, plot, width, gap](QPainter& painter, QPointF at) {
        title.paint(painter, at);
        paintFigure(painter, figure, QRectF(at.x(), at.y() + head, width, plot));
        caption.paint(painter, at + QPointF(0.0, head + plot + gap));
    };
    blocks.push_back(std::move(block));
}

void appendFigureRow(std::vector<LaidBlock>& blocks, const FigureRow& row, double width)
{
    if (row.figures.empty()) {
        return;
    }
    const TextBlock title(row.title, TextRole::SubHeading, textInk(), width);
    const TextBlock caption(row.caption, TextRole::Small, mutedInk(), width);
    const double gap = 3.0 * kPoint;
    const double gutter = 14.0 * kPoint;
    const double head = row.title.empty() ? 0.0 : title.height() + gap;
    const double plot = row.figures.front().heightMillimetres * kMillimetre;
    const auto count = static_cast<double>(row.figures.size());
    const double each = (width - gutter * (count - 1.0)) / count;
    LaidBlock block;
    block.height = head + plot + (row.caption.empty() ? 0.0 : caption.height() + gap);
    block.spaceBefore = 12.0 * kPoint;
    block.paint = [=, figures = row.figures](QPainter& painter, QPointF at) {
        title.paint(painter, at);
        double left = at.x();
        for (const Figure& figure : figures) {
            paintFigure(painter, figure, QRectF(left, at.y() + head, each, plot));
            left += each + gutter;
        }
        caption.paint(painter, at + QPointF(0.0, head + plot + gap));
    };
    blocks.push_back(std::move(block));
}

void appendSection(std::vector<LaidBlock>& blocks, const report::Section& section, double width)
{
    LaidBlock heading =
        textBlock(section.heading, TextRole::Heading, textInk(), width, 26.0 * kPoint);
    heading.keep = LaidBlock::Keep::WithNext;
    heading.bookmark = section.heading;
    blocks.push_back(std::move(heading));
    for (const report::Block& block : section.blocks) {
        const std::size_t first = blocks.size();
        std::visit([&](const auto& one) { append(blocks, one, width); }, block);
        const auto* text = std::get_if<Paragraph>(&block);
        const bool isLead = first < blocks.size() && &block != &section.blocks.back() &&
                            text != nullptr && text->kind == Paragraph::Kind::Plain;
        if (isLead) {
            blocks.back().keep = LaidBlock::Keep::WithNext;
        }
    }
}

} // namespace spall::ui::print
