// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kBubbleWidth = 400;
constexpr int kDistance = 40; ///< from the corner of the window

} // namespace

Tour::Tour(std::vector<TourStop> stops, QWidget* window)
    : QFrame(window),
      m_stops(std::move(stops)),
      m_count(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this))
{
    setLook(this, "popup");
    setLook(m_count, "muted");
    setLook(m_title, "large");
    setLook(m_next, "primary");
    setFixedWidth(kBubbleWidth);
    setFocusPolicy(Qt::StrongFocus);
    m_text->setWordWrap(true);
    auto* skip = new QPushButton(tr("Skip the tour"), this);
    setLook(skip, "link");
    connect(skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_stop - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_stop + 1); });
    connect(m_action, &QPushButton::clicked, this, [this] {
        m_stops[static_cast<std::size_t>(m_stop)].act();
        m_action->setEnabled(false); // once is enough
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(skip);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(10);
    layout->addWidget(m_count);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_action, 0, Qt::AlignLeft);
    layout->addLayout(buttons);
    window->installEventFilter(this);
    hide();
}

void Tour::start()
{
    show();
    go(0);
}

void Tour::go(int stop)
{
    if (stop >= count()) {
        end();
        return;
    }
    m_stop = std::max(0, stop);
    const TourStop& now = m_stops[static_cast<std::size_t>(m_stop)];
    if (now.show) {
        now.show();
    }
    m_count->setText(tr("%1 of %2").arg(m_stop + 1).arg(count()));
    m_title->setText(now.title);
    m_text->setText(now.text);
    m_action->setText(now.action);
    m_action->setVisible(!now.action.isEmpty());
    m_action->setEnabled(true);
    m_back->setEnabled(m_stop > 0);
    m_next->setText(m_stop + 1 == count() ? tr("Done") : tr("Next"));
    setAccessibleName(now.title);
    setAccessibleDescription(now.text);
    place();
    m_next->setFocus();
}

void Tour::end()
{
    hide();
    Q_EMIT ended();
}

void Tour::place()
{
    m_text->setMinimumHeight(m_text->heightForWidth(kBubbleWidth - 36));
    adjustSize();
    const QWidget* window = parentWidget();
    move(window->width() - width() - kDistance, window->height() - height() - kDistance);
    raise();
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        end();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace spall::ui
