// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/chip.h"

namespace spall::ui {

Chip::Chip(const QString& text, const QString& explanation, Ink ink, QWidget* parent)
    : QToolButton(parent), m_ink(ink)
{
    setText(text);
    setToolTip(explanation);
    setCheckable(true);
    setChecked(true);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &Chip::restyle);
}

void Chip::restyle()
{
    const Theme& theme = Theme::instance();
    setStyleSheet(
        QStringLiteral("QToolButton { color: %2; padding: 2px 7px; font-size: 11px;"
                       " border: 1px solid transparent; }"
                       "QToolButton:checked { color: %1; background: %3; font-weight: 600; }"
                       "QToolButton:focus { border-color: %1; }")
            .arg(theme.colour(m_ink).name(),
                 theme.colour(Ink::TextMuted).name(),
                 theme.colour(Ink::Field).name()));
}

} // namespace spall::ui
