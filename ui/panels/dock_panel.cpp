// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/dock_panel.h"

namespace spall::ui {

namespace {
constexpr int kDelayMilliseconds = 60;
}

DockPanel::DockPanel(Focus& focus, QWidget* parent) : QWidget(parent), m_focus(focus)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kDelayMilliseconds);
    connect(&m_later, &QTimer::timeout, this, [this] { compute(); });
}

void DockPanel::showLater()
{
    if (!isVisible() || m_running) {
        m_stale = true;
        return;
    }
    m_later.start();
}

void DockPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false)) {
        showLater();
    }
}

} // namespace spall::ui
