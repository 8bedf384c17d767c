// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/header.h"

#include "ui/theme/theme.h"
#include "ui/window/step_bar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace spall::ui {

Header::Header(QWidget* parent)
    : QFrame(parent),
      m_steps(
          new StepBar({tr("1 Recordings"), tr("2 Train"), tr("3 Inspect"), tr("4 Report")}, this)),
      m_session(new QLabel(this))
{
    setLook(this, "header");
    auto* brand = new QLabel(QStringLiteral("Spall"), this);
    setLook(brand, "brand");
    setLook(m_session, "muted");
    auto* find = new QPushButton(tr("Search actions   Ctrl+K"), this);
    setLook(find, "search");
    connect(find, &QPushButton::clicked, this, &Header::searchRequested);
    connect(m_steps, &StepBar::chosen, this, &Header::stepChosen);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 8, 14, 8);
    layout->setSpacing(28);
    layout->addWidget(brand);
    layout->addWidget(m_steps);
    layout->addStretch();
    layout->addWidget(m_session);
    layout->addWidget(find);
}

void Header::setSession(const QString& path, bool isChanged)
{
    const QString name = QFileInfo(path).fileName();
    m_session->setText(path.isEmpty() ? QString()
                       : isChanged    ? tr("%1 · changed").arg(name)
                                      : name);
    m_session->setToolTip(path);
}

} // namespace spall::ui
