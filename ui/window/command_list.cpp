// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/command_list.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace spall::ui {

namespace {

constexpr int kWidth = 480;
constexpr int kHeight = 380;
constexpr int kTop = 64;
constexpr int kKeyInset = 14;
constexpr int kActionRole = Qt::UserRole;
constexpr int kKeysRole = Qt::UserRole + 1;

/// A name on the left, its keys on the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(Theme::instance().colour(isSelected ? Ink::OnAccent : Ink::TextMuted));
        painter->drawText(option.rect.adjusted(0, 0, -kKeyInset, 0),
                          Qt::AlignRight | Qt::AlignVCenter,
                          index.data(kKeysRole).toString());
    }
};

/// How many of the words are in the name; the others must be in what explains it, else none counts.
std::optional<qsizetype> inName(const QAction& action, const QStringList& words)
{
    qsizetype found = 0;
    for (const QString& word : words) {
        if (plainName(action).contains(word, Qt::CaseInsensitive)) {
            ++found;
        } else if (!action.statusTip().contains(word, Qt::CaseInsensitive)) {
            return std::nullopt;
        }
    }
    return found;
}

} // namespace

QString plainName(const QAction& action)
{
    return action.text().remove(QLatin1Char('&'));
}

CommandList::CommandList(QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_field(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_nothing(new QLabel(this))
{
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setMargin(16);
    setLook(m_nothing, "muted");
    setLook(this, "popup");
    setLook(m_list, "commands");
    resize(kWidth, kHeight);
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(tr("Search actions"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandList::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandList::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandList::runCurrent);
}

void CommandList::open(QWidget& window)
{
    m_actions.clear();
    for (QAction* action : window.findChildren<QAction*>()) {
        const bool isCommand =
            !action->text().isEmpty() && !action->isSeparator() && !action->menu();
        if (isCommand && action->isEnabled() && action->isVisible()) {
            m_actions.emplace_back(action);
        }
    }
    m_field->clear();
    filter({});
    const QPoint top = window.mapToGlobal(QPoint((window.width() - kWidth) / 2, kTop));
    move(top);
    show();
    m_field->setFocus();
}

void CommandList::filter(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<qsizetype, std::size_t>> found; // words in its name, which action
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        if (const auto count = m_actions[i] ? inName(*m_actions[i], words) : std::nullopt) {
            found.emplace_back(*count, i);
        }
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    m_list->clear();
    for (const auto& [count, at] : found) {
        const QAction* action = m_actions[at];
        auto* item = new QListWidgetItem(plainName(*action), m_list);
        item->setToolTip(action->statusTip());
        item->setData(kKeysRole, action->shortcut().toString(QKeySequence::NativeText));
        item->setData(kActionRole, static_cast<int>(at));
    }
    m_list->setVisible(!found.empty());
    m_nothing->setText(tr("Nothing matches “%1”.").arg(text.trimmed()));
    m_nothing->setVisible(found.empty());
    m_list->setCurrentRow(0);
}

QStringList CommandList::shown() const
{
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        const auto at = static_cast<std::size_t>(m_list->item(row)->data(kActionRole).toInt());
        if (m_actions[at]) {
            names.append(plainName(*m_actions[at]));
        }
    }
    return names;
}

void CommandList::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) {
        return;
    }
    const QPointer<QAction> action =
        m_actions[static_cast<std::size_t>(item->data(kActionRole).toInt())];
    hide();
    if (action) {
        action->trigger();
    }
}

bool CommandList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) %
                                  m_list->count());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace spall::ui
