// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/focus.h"
#include "ui/sound/player.h"

#include <QToolButton>

class QAction;

namespace spall::ui {

/// Plays what is in view, or its residual: looped, slowed.
class ListenControl : public QToolButton {
    Q_OBJECT
public:
    /// At most so much of the view is played, from its middle.
    static constexpr Seconds kLongest{30.0};

    explicit ListenControl(Focus& focus, QWidget* parent = nullptr);

    void toggle();

Q_SIGNALS:
    void said(const QString& sentence); ///< why nothing is heard

private:
    void makeMenu();
    void showState();
    [[nodiscard]] std::vector<double> samples(Hertz& rate) const;

    Focus& m_focus;
    Player m_player;
    QAction* m_residual = nullptr;
    QAction* m_loop = nullptr;
    double m_speed = 1.0;
};

} // namespace spall::ui
