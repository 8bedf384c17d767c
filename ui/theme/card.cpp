// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/card.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace spall::ui {

Card::Card(const QString& heading, QWidget* parent)
    : QFrame(parent),
      m_heading(new QLabel(heading, this)),
      m_trailing(new QLabel(this)),
      m_line(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    setLook(this, "card");
    setLook(m_heading, "title");
    setLook(m_trailing, "title");
    m_heading->setVisible(!heading.isEmpty());
    m_trailing->hide();
    m_line->addWidget(m_heading);
    m_line->addStretch();
    m_line->addWidget(m_trailing);
    m_body->setSpacing(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);
    layout->addLayout(m_line);
    layout->addLayout(m_body, 1);
}

void Card::setHeading(const QString& heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::setTrailing(const QString& text)
{
    m_trailing->setText(text);
    m_trailing->setVisible(!text.isEmpty());
}

} // namespace spall::ui
