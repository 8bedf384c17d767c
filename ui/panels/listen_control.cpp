// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/listen_control.h"

#include "core/pipeline/residual_profile.h"
#include "ui/sound/clip.h"

#include <QActionGroup>
#include <QMenu>

#include <array>
#include <cmath>

namespace spall::ui {

ListenControl::ListenControl(Focus& focus, QWidget* parent) : QToolButton(parent), m_focus(focus)
{
    setToolTip(tr("Listen to what is in view (Space); the arrow chooses the residual, a loop, and "
                  "a slower speed, which sounds lower"));
    setAccessibleName(tr("Listen"));
    setPopupMode(QToolButton::MenuButtonPopup);
    // The style sheet of the program has no menu buttons.
    setStyleSheet(QStringLiteral("QToolButton { padding: 3px 22px 3px 8px; }"
                                 "QToolButton::menu-button { border: none; width: 18px; }"));
    makeMenu();
    connect(this, &QToolButton::clicked, this, &ListenControl::toggle);
    connect(&m_player, &Player::stateChanged, this, &ListenControl::showState);
    connect(&m_player, &Player::failed, this, &ListenControl::said);
    connect(&m_focus, &Focus::sourceChanged, &m_player, &Player::stop);
    showState();
}

void ListenControl::makeMenu()
{
    auto* menu = new QMenu(this);
    auto* what = new QActionGroup(menu);
    QAction* signal = menu->addAction(tr("The signal"));
    m_residual = menu->addAction(tr("The residual: what the model did not expect"));
    for (QAction* choice : {signal, m_residual}) {
        choice->setCheckable(true);
        what->addAction(choice);
    }
    signal->setChecked(true);
    menu->addSeparator();
    m_loop = menu->addAction(tr("Over and over"));
    m_loop->setCheckable(true);
    m_loop->setChecked(true);
    menu->addSeparator();
    auto* speeds = new QActionGroup(menu);
    const std::array names{tr("At its own speed"),
                           tr("Half as fast"),
                           tr("A quarter as fast"),
                           tr("An eighth as fast")};
    double speed = 1.0;
    for (const QString& name : names) {
        QAction* choice = menu->addAction(name, this, [this, speed] {
            m_speed = speed;
            if (m_player.isPlaying()) {
                toggle();
                toggle();
            }
        });
        choice->setCheckable(true);
        choice->setChecked(speed == 1.0);
        speeds->addAction(choice);
        speed /= 2.0;
    }
    setMenu(menu);
}

void ListenControl::showState()
{
    setText(m_player.isPlaying() ? tr("■ Stop") : tr("▶ Listen"));
}

std::vector<double> ListenControl::samples(Hertz& rate) const
{
    rate = m_focus.source().rate();
    const SampleRange range =
        m_focus.samplesInView(static_cast<SampleCount>(kLongest.value * rate.value));
    const Entry* current = m_focus.document().current();
    const bool hasResidual =
        current && current->scored && current->scored->recording == m_focus.source().recording;
    if (m_residual->isChecked() && hasResidual) {
        return pipeline::residualOf(*current->scored, range);
    }
    const auto all = m_focus.source().samples();
    const auto first = all.begin() + range.first;
    return {first, first + range.size()};
}

void ListenControl::toggle()
{
    if (m_player.isPlaying()) {
        m_player.stop();
        return;
    }
    if (m_focus.source().isEmpty()) {
        return;
    }
    Hertz rate{};
    const auto heard = samples(rate);
    m_player.play(makeClip(heard, rate, m_speed),
                  m_loop->isChecked() ? Player::Repeat::Loop : Player::Repeat::Once);
}

} // namespace spall::ui
