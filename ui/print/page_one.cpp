// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/page_one.h"

#include "ui/print/logo.h"
#include "ui/print/print_style.h"
#include "ui/print/section_blocks.h"
#include "ui/print/table_painter.h"
#include "ui/print/text_block.h"

#include <QPainter>

#include <algorithm>

namespace spall::ui::print {

namespace {

using report::Card;
using report::Report;

struct LaidCard {
    TextBlock name;
    TextBlock value;
    TextBlock note;

    [[nodiscard]] double height() const { return name.height() + value.height() + note.height(); }
};

/// The largest role in which a card's value fits on one line.
TextRole valueRole(const std::string& value, double width)
{
    return textWidth(value, TextRole::CardValue) <= width ? TextRole::CardValue : TextRole::Heading;
}

LaidCard layCard(const Card& card, double width)
{
    return {TextBlock(card.name, TextRole::Small, mutedInk(), width),
            TextBlock(card.value, valueRole(card.value, width), textInk(), width),
            TextBlock(card.note, TextRole::Small, mutedInk(), width)};
}

LaidBlock cardRow(const std::vector<Card>& cards, double width)
{
    constexpr double kGutter = 8.0 * kPoint;
    constexpr double kPadding = 8.0 * kPoint;
    const auto count = static_cast<double>(cards.size());
    const double cardWidth = (width - kGutter * (count - 1.0)) / count;
    std::vector<LaidCard> laid;
    double height = 0.0;
    for (const Card& card : cards) {
        laid.push_back(layCard(card, cardWidth - 2.0 * kPadding));
        height = std::max(height, laid.back().height());
    }
    LaidBlock block;
    block.height = height + 2.0 * kPadding;
    block.spaceBefore = 16.0 * kPoint;
    block.paint = [laid, cardWidth, bottom = block.height](QPainter& painter, QPointF at) {
        for (const LaidCard& card : laid) {
            painter.setPen(QPen(hairlineInk(), 0.6 * kPoint));
            painter.setBrush(surfaceInk());
            painter.drawRoundedRect(
                QRectF(at, QSizeF(cardWidth, bottom)), 5.0 * kPoint, 5.0 * kPoint);
            painter.setBrush(Qt::NoBrush);
            QPointF line = at + QPointF(kPadding, kPadding);
            for (const TextBlock* text : {&card.name, &card.value, &card.note}) {
                text->paint(painter, line);
                line.ry() += text->height();
            }
            at.rx() += cardWidth + kGutter;
        }
    };
    return block;
}

/// The verdict with a bar of colour beside it.
LaidBlock verdictBlock(const std::string& verdict, double width)
{
    constexpr double kIndent = 12.0 * kPoint;
    const TextBlock text(verdict, TextRole::Verdict, textInk(), width - kIndent);
    LaidBlock block;
    block.height = text.height();
    block.spaceBefore = 20.0 * kPoint;
    block.paint = [text](QPainter& painter, QPointF at) {
        painter.fillRect(QRectF(at, QSizeF(3.0 * kPoint, text.height())), inkOf("reconstruction"));
        text.paint(painter, at + QPointF(kIndent, 0.0));
    };
    return block;
}

/// Company and title at the left, the logo at the right.
LaidBlock letterhead(const Report& report, double width)
{
    constexpr double kLogoWidth = 45.0 * kMillimetre;
    constexpr double kLogoHeight = 16.0 * kMillimetre;
    const Logo logo(report.logo);
    const double textWidth = logo.isEmpty() ? width : width - kLogoWidth - 10.0 * kPoint;
    const TextBlock company(report.company, TextRole::Body, mutedInk(), textWidth);
    const TextBlock title(report.title, TextRole::Title, textInk(), textWidth);
    const double above = report.company.empty() ? 0.0 : company.height() + 2.0 * kPoint;
    LaidBlock block;
    block.height = std::max(above + title.height(), logo.isEmpty() ? 0.0 : kLogoHeight);
    block.bookmark = report.title;
    block.paint = [=](QPainter& painter, QPointF at) {
        company.paint(painter, at);
        title.paint(painter, at + QPointF(0.0, above));
        logo.paint(painter, QRectF(at.x() + width - kLogoWidth, at.y(), kLogoWidth, kLogoHeight));
    };
    return block;
}

void appendRemarks(std::vector<LaidBlock>& blocks, const Report& report, double width)
{
    if (!report.remarks.empty()) {
        const std::string head = report::Words(report.language)(report::Phrase::BearInMind);
        blocks.push_back(textBlock(head, TextRole::SubHeading, textInk(), width, 14.0 * kPoint));
        blocks.back().keep = LaidBlock::Keep::WithNext;
    }
    for (const std::string& remark : report.remarks) {
        appendParagraph(blocks, {remark, report::Paragraph::Kind::Bullet}, width);
    }
}

} // namespace

void appendPageOne(std::vector<LaidBlock>& blocks, const Report& report, double width)
{
    blocks.push_back(letterhead(report, width));
    appendTable(blocks, report.facts, width);
    if (!report.verdict.empty()) {
        blocks.push_back(verdictBlock(report.verdict, width));
    }
    if (!report.cards.empty()) {
        blocks.push_back(cardRow(report.cards, width));
    }
    if (report.picture) {
        appendFigure(blocks, *report.picture, width);
    }
    if (report.summary) {
        appendTable(blocks, *report.summary, width);
    }
    appendRemarks(blocks, report, width);
}

} // namespace spall::ui::print
