// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/label_panel.h"

#include "ui/panels/label_names.h"
#include "ui/plot/time_text.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr int kListHeight = 110;
constexpr int kIndexRole = Qt::UserRole;
constexpr int kFilterFrom = 6; ///< fewer labels need no filter

} // namespace

LabelPanel::LabelPanel(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_filter(new QLineEdit),
      m_list(new QListWidget),
      m_hint(new QLabel(tr("Drag on the signal with Shift held to label a stretch.")))
{
    m_hint->setWordWrap(true);
    setLook(m_hint, "muted");
    m_filter->setPlaceholderText(tr("Filter labels"));
    m_filter->setAccessibleName(tr("Filter labels"));
    m_filter->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Labels"));
    m_list->setToolTip(tr("Double click goes there; drag the ends on the signal to resize. "
                          "Several are chosen with Ctrl or Shift."));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMaximumHeight(kListHeight);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    makeCommands();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeHeading());
    column->addWidget(m_filter);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        goTo(item->data(kIndexRole).toULongLong());
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this, &LabelPanel::refreshCommands);
    connect(m_filter, &QLineEdit::textChanged, this, &LabelPanel::rebuild);
    connect(&m_document, &Document::labelsChanged, this, &LabelPanel::rebuild);
    connect(&m_document, &Document::currentChanged, this, &LabelPanel::rebuild);
    rebuild();
}

QWidget* LabelPanel::makeHeading()
{
    auto* heading = new QWidget;
    m_more = new QToolButton;
    m_more->setText(QStringLiteral("⋯"));
    m_more->setToolTip(tr("What can be done with labels"));
    m_more->setAccessibleName(tr("Label commands"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_more);
    menu->addActions(m_commands);
    m_more->setMenu(menu);
    auto* name = new QLabel(tr("LABELS"));
    setLook(name, "heading");
    auto* line = new QHBoxLayout(heading);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(name);
    line->addStretch();
    line->addWidget(m_more);
    return heading;
}

QAction* LabelPanel::addCommand(const QString& text,
                                const QKeySequence& key,
                                const QString& tip,
                                std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    connect(action, &QAction::triggered, this, std::move(act));
    m_commands.append(action);
    m_list->addAction(action);
    return action;
}

void LabelPanel::makeCommands()
{
    addCommand(tr("Label what is in view…"),
               Qt::Key_L,
               tr("Name the stretch that the plots show now"),
               [this] { labelView(); });
    addCommand(tr("Next label"), QKeySequence(tr("Shift+N")), tr("Go to the next label"), [this] {
        stepLabel(1);
    });
    addCommand(tr("Previous label"),
               QKeySequence(tr("Shift+P")),
               tr("Go to the previous label"),
               [this] { stepLabel(-1); });
    m_needSelection = {
        addCommand(tr("Rename label…"),
                   Qt::Key_F2,
                   tr("Another name for the selected label"),
                   [this] { renameSelected(); }),
        addCommand(tr("Label starts at the cursor"),
                   QKeySequence(tr("Ctrl+[")),
                   tr("Move the start of the selected label to the cursor"),
                   [this] { moveEdge(false); }),
        addCommand(tr("Label ends at the cursor"),
                   QKeySequence(tr("Ctrl+]")),
                   tr("Move the end of the selected label to the cursor"),
                   [this] { moveEdge(true); }),
        addCommand(tr("Split label at the cursor"),
                   Qt::Key_S,
                   tr("Cut the selected label in two"),
                   [this] { splitSelected(); }),
        addCommand(
            tr("Delete label"),
            QKeySequence::Delete,
            tr("Take the selected labels away"),
            [this] { set(io::removed(m_document.labels(), selected()), tr("remove label")); }),
    };
    m_merge = addCommand(
        tr("Merge labels"),
        QKeySequence(tr("Ctrl+M")),
        tr("One label from the start of the first selected to the end of the last"),
        [this] { set(io::merged(m_document.labels(), selected()), tr("merge labels")); });
}

void LabelPanel::rebuild()
{
    std::vector<std::size_t> kept = selected();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    std::size_t count = 0;
    if (const Entry* entry = m_document.current()) {
        for (const auto& [at, label] : labelsOf(m_document, *entry)) {
            ++count;
            const QString name = labelText(label.name);
            if (!name.contains(m_filter->text().trimmed(), Qt::CaseInsensitive)) {
                continue;
            }
            auto* item =
                new QListWidgetItem(QStringLiteral("%1   %2   %3")
                                        .arg(clockText(duration(label.range.first, rate()).value),
                                             durationText(duration(label.range.size(), rate())),
                                             name));
            item->setData(kIndexRole, static_cast<qulonglong>(at));
            m_list->addItem(item);
            item->setSelected(std::find(kept.begin(), kept.end(), at) != kept.end());
        }
    }
    m_list->setVisible(m_list->count() > 0);
    m_filter->setVisible(count >= kFilterFrom || !m_filter->text().isEmpty());
    refreshCommands();
}

void LabelPanel::refreshCommands()
{
    const std::size_t count = selected().size();
    for (QAction* action : std::as_const(m_needSelection)) {
        action->setEnabled(count > 0);
    }
    m_merge->setEnabled(count > 1);
}

std::vector<std::size_t> LabelPanel::selected() const
{
    std::vector<std::size_t> indices;
    for (const QListWidgetItem* item : m_list->selectedItems()) {
        indices.push_back(item->data(kIndexRole).toULongLong());
    }
    return indices;
}

Hertz LabelPanel::rate() const
{
    const Entry* entry = m_document.current();
    return entry ? entry->input.recording->rate.value : Hertz{1.0};
}

SampleIndex LabelPanel::sampleAt(double time) const
{
    return std::llround(time * rate().value);
}

double LabelPanel::focusTime() const
{
    if (!m_axis) {
        return 0.0;
    }
    return m_axis->cursor().value_or((m_axis->view().first + m_axis->view().last) / 2.0);
}

void LabelPanel::set(io::Labels labels, const QString& what)
{
    m_document.endGesture();
    m_document.setLabels(std::move(labels), what);
    m_document.endGesture();
}

void LabelPanel::addLabel(TimeRange stretch, const QString& name)
{
    const Entry* entry = m_document.current();
    if (!entry || name.trimmed().isEmpty()) {
        return;
    }
    const SampleCount count = entry->input.recording->sampleCount();
    const SampleRange range{std::clamp<SampleIndex>(sampleAt(stretch.first), 0, count),
                            std::clamp<SampleIndex>(sampleAt(stretch.last), 0, count)};
    if (range.isEmpty()) {
        return;
    }
    io::Labels labels = m_document.labels();
    labels.push_back({labelFile(m_document, *entry), range, name.trimmed().toStdString()});
    set(std::move(labels), tr("label %1").arg(name.trimmed()));
}

void LabelPanel::resizeLabel(std::size_t index, TimeRange stretch)
{
    if (const Entry* entry = m_document.current()) {
        m_document.setLabels(io::resized(m_document.labels(),
                                         index,
                                         {sampleAt(stretch.first), sampleAt(stretch.last)},
                                         entry->input.recording->sampleCount()),
                             tr("resize label"));
    }
}

void LabelPanel::askForLabel(TimeRange stretch, const QPoint& at)
{
    const QMenu* menu =
        askForLabelName(*this,
                        at,
                        {},
                        m_found ? labelName(*m_found) : std::string(),
                        [this, stretch](const QString& name) { addLabel(stretch, name); });
    connect(menu, &QMenu::aboutToHide, this, &LabelPanel::labelAsked);
}

void LabelPanel::labelView()
{
    if (m_axis && m_document.current()) {
        askForLabel(m_axis->view(), mapToGlobal(m_list->pos()));
    }
}

void LabelPanel::renameSelected()
{
    const auto indices = selected();
    if (indices.empty()) {
        return;
    }
    io::Labels chosen; // their places may be others by the time that the name is known
    for (const std::size_t index : indices) {
        chosen.push_back(m_document.labels()[index]);
    }
    const QString present = QString::fromStdString(chosen.front().name);
    askForLabelName(
        *this, mapToGlobal(m_list->pos()), present, {}, [this, chosen](const QString& name) {
            io::Labels labels = m_document.labels();
            for (const io::Label& each : chosen) {
                const auto at = std::find(labels.begin(), labels.end(), each) - labels.begin();
                labels = io::renamed(
                    std::move(labels), static_cast<std::size_t>(at), name.trimmed().toStdString());
            }
            set(std::move(labels), tr("rename label"));
        });
}

void LabelPanel::splitSelected()
{
    if (const auto indices = selected(); !indices.empty()) {
        set(io::split(m_document.labels(), indices.front(), sampleAt(focusTime())),
            tr("split label"));
    }
}

void LabelPanel::moveEdge(bool isEnd)
{
    const Entry* entry = m_document.current();
    const auto indices = selected();
    if (!entry || indices.empty()) {
        return;
    }
    SampleRange range = m_document.labels()[indices.front()].range;
    (isEnd ? range.last : range.first) = sampleAt(focusTime());
    set(io::resized(
            m_document.labels(), indices.front(), range, entry->input.recording->sampleCount()),
        tr("resize label"));
}

void LabelPanel::stepLabel(int direction)
{
    const Entry* entry = m_document.current();
    if (!entry) {
        return;
    }
    const auto indices = selected();
    const SampleIndex from =
        indices.empty() ? sampleAt(focusTime()) : m_document.labels()[indices.front()].range.first;
    if (const auto next = io::neighbourOf(
            m_document.labels(), entry->input.recording->provenance.path, from, direction)) {
        goTo(*next);
    }
}

void LabelPanel::selectAll()
{
    m_list->selectAll();
}

void LabelPanel::goTo(std::size_t index)
{
    const SampleRange range = m_document.labels()[index].range;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        item->setSelected(item->data(kIndexRole).toULongLong() == index);
    }
    Q_EMIT stretchRequested(
        {duration(range.first, rate()).value, duration(range.last, rate()).value});
}

void LabelPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Backspace) {
        set(io::removed(m_document.labels(), selected()), tr("remove label"));
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace spall::ui
