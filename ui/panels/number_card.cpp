// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/number_card.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace spall::ui {

NumberCard::NumberCard(const QString& name, const QString& explanation, QWidget* parent)
    : QFrame(parent), m_value(new QLabel), m_note(new QLabel)
{
    setLook(this, "notice");
    setToolTip(explanation);
    setAccessibleName(name);
    auto* heading = new QLabel(name);
    setLook(heading, "muted");
    setLook(m_value, "number");
    setLook(m_note, "muted");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(9, 5, 4, 5);
    column->setSpacing(0);
    for (QLabel* line : {heading, m_value, m_note}) {
        // The note may be longer than the card is wide; it is cut, never widens the panel.
        line->setMinimumWidth(0);
        line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addWidget(line);
    }
}

void NumberCard::show(const QString& value, const QString& note)
{
    m_value->setText(value);
    m_note->setText(note);
    setAccessibleDescription(value + QLatin1Char(' ') + note);
}

QString NumberCard::value() const
{
    return m_value->text();
}

} // namespace spall::ui
