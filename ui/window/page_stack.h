// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/step_states.h"

#include <QStackedWidget>

#include <vector>

namespace spall::ui {

class WaitingView;

/// The pages of the window, each of them behind a view of what it waits for while it waits.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(QWidget* parent = nullptr);

    void add(QWidget* page);
    void setWaiting(int number, const std::optional<Waiting>& waiting); ///< unset: the page itself
    [[nodiscard]] QWidget& shown() const; ///< the current page, or what it waits for

Q_SIGNALS:
    void wayChosen(int page); ///< to where something can be done about the waiting

private:
    struct Frame {
        QStackedWidget* both;
        WaitingView* view;
        int way = 0;
    };
    std::vector<Frame> m_frames;
};

} // namespace spall::ui
