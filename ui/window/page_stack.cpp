// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/page_stack.h"

#include "ui/pages/waiting_view.h"

namespace spall::ui {

PageStack::PageStack(QWidget* parent) : QStackedWidget(parent) {}

void PageStack::add(QWidget* page)
{
    auto* both = new QStackedWidget(this);
    auto* view = new WaitingView(both);
    both->addWidget(page);
    both->addWidget(view);
    addWidget(both);
    connect(view, &WaitingView::wayChosen, this, [this, number = m_frames.size()] {
        Q_EMIT wayChosen(m_frames[number].way);
    });
    m_frames.push_back({both, view});
}

void PageStack::setWaiting(int number, const std::optional<Waiting>& waiting)
{
    Frame& frame = m_frames.at(static_cast<std::size_t>(number));
    if (waiting) {
        frame.view->say(waiting->title, waiting->text, waiting->action);
        frame.way = waiting->page;
    }
    frame.both->setCurrentIndex(waiting ? 1 : 0);
}

QWidget& PageStack::shown() const
{
    return *m_frames.at(static_cast<std::size_t>(currentIndex())).both->currentWidget();
}

} // namespace spall::ui
