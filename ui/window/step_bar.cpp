// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/step_bar.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace spall::ui {

namespace {

constexpr int kStepWidth = 176;
constexpr int kStepHeight = 44;
constexpr int kPadding = 14;
constexpr double kRadius = 10.0;

} // namespace

StepButton::StepButton(const QString& name, QWidget* parent) : QAbstractButton(parent)
{
    setText(name);
    setCheckable(true);
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StepButton::setState(const QString& state)
{
    if (state != m_state) {
        m_state = state;
        setAccessibleDescription(state);
        update();
    }
}

QSize StepButton::sizeHint() const
{
    return {kStepWidth, kStepHeight};
}

void StepButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StepButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void StepButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = hasFocus() || underMouse();
    painter.setPen(isMarked ? QPen(theme.colour(isChecked() ? Ink::Text : Ink::Reconstruction), 1.0)
                            : QPen(Qt::NoPen));
    painter.setBrush(theme.colour(isChecked() ? Ink::Reconstruction : Ink::Field));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);

    const QRect inner = rect().adjusted(kPadding, 5, -kPadding, -5);
    painter.setFont(theme.font(TextSize::Title, QFont::DemiBold));
    painter.setPen(theme.colour(isChecked() ? Ink::OnAccent : Ink::Text));
    const bool hasState = !m_state.isEmpty();
    painter.drawText(
        inner, hasState ? Qt::AlignTop | Qt::AlignLeft : Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasState) {
        const QFont small = theme.font(TextSize::Small);
        painter.setFont(small);
        painter.setPen(theme.colour(isChecked() ? Ink::OnAccent : Ink::TextMuted));
        painter.drawText(inner,
                         Qt::AlignBottom | Qt::AlignLeft,
                         QFontMetrics(small).elidedText(m_state, Qt::ElideRight, inner.width()));
    }
}

StepBar::StepBar(const std::vector<QString>& names, QWidget* parent) : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto* group = new QButtonGroup(this);
    for (const QString& name : names) {
        auto* button = new StepButton(name, this);
        group->addButton(button, static_cast<int>(m_buttons.size()));
        layout->addWidget(button);
        m_buttons.push_back(button);
    }
    connect(group, &QButtonGroup::idClicked, this, &StepBar::chosen);
}

void StepBar::setCurrent(int step)
{
    m_buttons.at(static_cast<std::size_t>(step))->setChecked(true);
}

int StepBar::current() const
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked()) {
            return static_cast<int>(i);
        }
    }
    return 0;
}

void StepBar::setState(int step, const QString& state)
{
    m_buttons.at(static_cast<std::size_t>(step))->setState(state);
}

} // namespace spall::ui
