// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/text_block.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

namespace spall::ui::print {

namespace {

double leading(TextRole role)
{
    switch (role) {
    case TextRole::Body:
    case TextRole::Verdict:
        return 1.12;
    default:
        return 1.0;
    }
}

} // namespace

TextBlock::TextBlock(const QString& text, TextRole role, QColor ink, double width, Align align)
    : m_layout(std::make_shared<QTextLayout>(text, fontOf(role))), m_ink(ink)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setAlignment(align == Align::Right ? Qt::AlignRight : Qt::AlignLeft);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0.0, m_height));
        m_height += line.height() * leading(role);
    }
    m_layout->endLayout();
}

TextBlock::TextBlock(const std::string& text, TextRole role, QColor ink, double width, Align align)
    : TextBlock(QString::fromStdString(text), role, ink, width, align)
{
}

void TextBlock::paint(QPainter& painter, QPointF topLeft) const
{
    painter.setPen(m_ink);
    m_layout->draw(&painter, topLeft);
}

double textWidth(const std::string& text, TextRole role)
{
    return QFontMetricsF(fontOf(role)).horizontalAdvance(QString::fromStdString(text));
}

std::string cutToWidth(const std::string& text, TextRole role, double width)
{
    return QFontMetricsF(fontOf(role))
        .elidedText(QString::fromStdString(text), Qt::ElideRight, width)
        .toStdString();
}

void paintLine(QPainter& painter,
               const std::string& text,
               TextRole role,
               QColor ink,
               QPointF anchor,
               Anchor at)
{
    const double width = at == Anchor::Left ? 0.0 : textWidth(text, role);
    const double shift = at == Anchor::Middle ? 0.5 * width : width;
    painter.setFont(fontOf(role));
    painter.setPen(ink);
    painter.drawText(QPointF(anchor.x() - (at == Anchor::Left ? 0.0 : shift), anchor.y()),
                     QString::fromStdString(text));
}

} // namespace spall::ui::print
