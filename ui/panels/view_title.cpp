// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/view_title.h"

#include "ui/theme/theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace spall::ui {

namespace {
constexpr int kHeight = 26;
}

ViewTitle::ViewTitle(QDockWidget& dock) : QWidget(&dock)
{
    auto* name = new QLabel(dock.windowTitle(), this);
    setLook(name, "viewtitle");
    auto* back = new QToolButton(this);
    back->setText(tr("Back to the tabs"));
    back->setToolTip(tr("Puts this view back among the others"));
    connect(back, &QToolButton::clicked, this, &ViewTitle::backRequested);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(10, 0, 4, 0);
    line->addWidget(name);
    line->addStretch();
    line->addWidget(back);
}

void ViewTitle::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    for (QWidget* part : findChildren<QWidget*>()) {
        part->setVisible(!isFolded);
    }
    updateGeometry();
}

QSize ViewTitle::sizeHint() const
{
    return m_isFolded ? QSize(0, 0) : QSize(QWidget::sizeHint().width(), kHeight);
}

QSize ViewTitle::minimumSizeHint() const
{
    return m_isFolded ? QSize(0, 0) : QSize(0, kHeight);
}

} // namespace spall::ui
