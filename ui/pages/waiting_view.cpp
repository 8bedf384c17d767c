// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/waiting_view.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace spall::ui {

QLayout* centred(QLabel& wrapped)
{
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(&wrapped);
    row->addStretch();
    return row;
}

WaitingView::WaitingView(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_button(new QPushButton(this))
{
    constexpr int kTextWidth = 460;
    setLook(m_title, "large");
    setLook(m_button, "primary");
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(kTextWidth);
    connect(m_button, &QPushButton::clicked, this, &WaitingView::wayChosen);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addLayout(centred(*m_text));
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void WaitingView::say(const QString& title, const QString& text, const QString& action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

} // namespace spall::ui
