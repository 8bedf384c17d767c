// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_panel.h"

#include "ui/theme/theme.h"
#include "ui/window/help_topics.h"

#include <QKeyEvent>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace spall::ui {

namespace {

constexpr int kHelpWidth = 360;
constexpr int kMargin = 14;

} // namespace

HelpPanel::HelpPanel(QWidget* parent)
    : QDockWidget(tr("Help"), parent), m_browser(new QTextBrowser(this))
{
    setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setMinimumWidth(kHelpWidth);
    auto* inside = new QFrame(this);
    auto* contents = new QToolButton(inside);
    contents->setText(tr("Overview"));
    contents->setToolTip(tr("The first page of the help"));
    connect(contents, &QToolButton::clicked, this, [this] { open(QStringLiteral("start")); });
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setAccessibleName(tr("Help"));
    m_browser->document()->setDocumentMargin(kMargin);
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        open(link.toString());
    });
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(contents, 0, Qt::AlignLeft);
    layout->addWidget(m_browser, 1);
    setWidget(inside);
    connect(&Theme::instance(), &Theme::changed, this, &HelpPanel::restyle);
    hide();
}

void HelpPanel::open(const QString& topic)
{
    const QString text = helpText(topic);
    if (text.isEmpty()) {
        return;
    }
    m_topic = topic;
    m_browser->setMarkdown(text);
    show();
    raise();
}

void HelpPanel::restyle()
{
    if (!m_topic.isEmpty()) {
        m_browser->setMarkdown(helpText(m_topic)); // links take their colour when they are made
    }
}

void HelpPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QDockWidget::keyPressEvent(event);
}

} // namespace spall::ui
