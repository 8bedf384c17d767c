// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordings_table.h"

#include "core/io/usual_rates.h"
#include "ui/pages/recordings_model.h"
#include "ui/text/format.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace spall::ui {
namespace {

constexpr int kMostRowsShown = 6; ///< without scrolling
constexpr int kRowHeight = 32;

/// Keeps the colour of a cell's words when its row is selected: it says the role.
class InkDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->palette.setBrush(QPalette::HighlightedText, option->palette.brush(QPalette::Text));
    }
};

} // namespace

RecordingsTable::RecordingsTable(Workbench& bench, RecordingsModel* recordings, QWidget* parent)
    : QTableView(parent), m_bench(bench)
{
    setModel(recordings);
    setItemDelegate(new InkDelegate(this));
    setAccessibleName(tr("Recordings"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(RecordingsModel::Notes, QHeaderView::Stretch);
    connect(this, &QTableView::clicked, this, &RecordingsTable::chooseIn);
    connect(selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    m_bench.document.setCurrentIndex(current.row());
                }
            });
    addRowActions();
    connect(recordings, &QAbstractItemModel::modelReset, this, &RecordingsTable::fitHeight);
    fitHeight();
}

void RecordingsTable::addRowActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, const auto& onChosen) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, onChosen);
        addAction(action);
    };
    const auto asRole = [this](pipeline::Role role) {
        return [this, role] {
            setRole(selectedRecordings(), role);
        };
    };
    add(tr("Selected ones are healthy"), Qt::Key_H, asRole(pipeline::Role::Healthy));
    add(tr("Selected ones are faulty"), Qt::Key_F, asRole(pipeline::Role::Faulty));
    add(tr("Nothing is known of selected ones"), Qt::Key_U, asRole(pipeline::Role::Unknown));
    add(tr("Remove from the list"), QKeySequence::Delete, [this] { removeSelected(); });
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RecordingsTable::fitHeight()
{
    const int rows = std::min(model()->rowCount(), kMostRowsShown);
    const int header = horizontalHeader()->sizeHint().height();
    setMinimumHeight(header + rows * kRowHeight + 2 * frameWidth());
}

std::vector<int> RecordingsTable::selectedRecordings() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void RecordingsTable::chooseIn(const QModelIndex& cell)
{
    const QRect place = visualRect(cell);
    const QPoint at = viewport()->mapToGlobal(place.bottomLeft());
    if (cell.column() == RecordingsModel::Role) {
        chooseRole(cell.row(), at);
    } else if (cell.column() == RecordingsModel::Channel) {
        chooseChannel(cell.row(), at);
    } else if (cell.column() == RecordingsModel::Rate) {
        chooseRate(cell.row(), at);
    }
}

std::function<void()> RecordingsTable::later(int row, std::function<void(int)> edit) const
{
    const auto& entries = m_bench.document.entries();
    return [&entries,
            recording = entries.at(static_cast<std::size_t>(row)).input.recording,
            edit = std::move(edit)] {
        const auto at = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return entry.input.recording == recording;
        });
        if (at != entries.end()) {
            edit(static_cast<int>(at - entries.begin()));
        }
    };
}

void RecordingsTable::chooseRole(int row, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto present = m_bench.document.entries().at(static_cast<std::size_t>(row)).input.role;
    for (const auto role :
         {pipeline::Role::Healthy, pipeline::Role::Faulty, pipeline::Role::Unknown}) {
        QAction* action = menu->addAction(roleText(role));
        action->setCheckable(true);
        action->setChecked(role == present);
        connect(action, &QAction::triggered, this, later(row, [this, role](int now) {
                    setRole({now}, role);
                }));
    }
    menu->popup(at);
}

void RecordingsTable::setRole(std::vector<int> rows, pipeline::Role role)
{
    std::erase_if(rows, [&](int row) {
        return m_bench.document.entries().at(static_cast<std::size_t>(row)).input.role == role;
    });
    asOneStep(tr("roles"), rows, [&](int row) { m_bench.document.setRole(row, role); });
}

void RecordingsTable::chooseChannel(int row, const QPoint& at)
{
    const auto& input = m_bench.document.entries().at(static_cast<std::size_t>(row)).input;
    if (input.recording->channels.size() < 2) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int channel = 0;
    for (const signal::Channel& each : input.recording->channels) {
        QAction* action = menu->addAction(QString::fromStdString(each.name));
        action->setCheckable(true);
        action->setChecked(channel == input.channel);
        connect(action, &QAction::triggered, this, later(row, [this, channel](int now) {
                    m_bench.imports.chooseChannel(now, channel);
                }));
        ++channel;
    }
    menu->popup(at);
}

void RecordingsTable::chooseRate(int row, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Hertz present =
        m_bench.document.entries().at(static_cast<std::size_t>(row)).input.recording->rate.value;
    QAction* title = menu->addAction(tr("The samples were taken at"));
    title->setEnabled(false);
    for (const double value : io::kOfferedRates) {
        const Hertz rate{value};
        QAction* action = menu->addAction(frequencyText(rate));
        action->setCheckable(true);
        action->setChecked(rate == present);
        connect(action, &QAction::triggered, this, later(row, [this, rate](int now) {
                    m_bench.imports.stateRate(now, rate);
                }));
    }
    menu->popup(at);
}

void RecordingsTable::removeSelected()
{
    auto rows = selectedRecordings();
    std::reverse(rows.begin(), rows.end()); // what stands behind moves up
    asOneStep(
        tr("remove from the list"), rows, [&](int row) { m_bench.document.removeRecording(row); });
}

void RecordingsTable::asOneStep(const QString& what,
                                const std::vector<int>& rows,
                                const std::function<void(int)>& edit)
{
    if (rows.size() < 2) { // a step of its own already, or none
        std::for_each(rows.begin(), rows.end(), edit);
        return;
    }
    m_bench.document.undoStack()->beginMacro(what);
    std::for_each(rows.begin(), rows.end(), edit);
    m_bench.document.undoStack()->endMacro();
}

} // namespace spall::ui
