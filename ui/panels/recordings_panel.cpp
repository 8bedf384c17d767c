// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/recordings_panel.h"

#include "ui/panels/event_list_model.h"
#include "ui/panels/label_panel.h"
#include "ui/panels/recording_delegate.h"
#include "ui/panels/recording_list_model.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kEventRow = 24;

QLabel* labelWith(const char* look, const QString& text)
{
    auto* label = new QLabel(text);
    setLook(label, look);
    return label;
}

QFrame* line()
{
    auto* frame = new QFrame;
    setLook(frame, "line");
    return frame;
}

void dressEvents(QTableView& table)
{
    table.setAccessibleName(RecordingsPanel::tr("Events"));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(kEventRow);
    table.horizontalHeader()->hide();
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table.horizontalHeader()->setResizeContentsPrecision(
        0); // what is in view: quick for any number
    table.horizontalHeader()->setSectionResizeMode(EventListModel::TimeColumn,
                                                   QHeaderView::ResizeToContents);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace

RecordingsPanel::RecordingsPanel(Document& document, QWidget* parent)
    : QFrame(parent),
      m_document(document),
      m_recordings(new RecordingListModel(document, this)),
      m_list(new QListView),
      m_events(new EventListModel(document, this)),
      m_table(new QTableView),
      m_noEvents(labelWith("muted", {})),
      m_labels(new LabelPanel(document))
{
    setLook(this, "card");
    m_list->setModel(m_recordings);
    m_list->setItemDelegate(new RecordingDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Recordings"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setModel(m_events);
    dressEvents(*m_table);
    m_noEvents->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 10, 6, 10);
    column->setSpacing(6);
    auto* heading = labelWith("heading", tr("RECORDINGS"));
    heading->setToolTip(tr("With the share of judged windows that are alarms"));
    heading->setContentsMargins(8, 0, 0, 0);
    column->addWidget(heading);
    column->addWidget(m_list, 1000);
    column->addWidget(line());
    column->addWidget(makeEventHeading());
    column->addWidget(m_table, 800);
    m_noEvents->setContentsMargins(8, 0, 8, 8);
    column->addWidget(m_noEvents);
    column->addWidget(line());
    m_labels->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_labels);
    column->addStretch(1);

    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& index) {
                const int entry = index.data(RecordingListModel::EntryRole).toInt();
                if (index.isValid() && entry >= 0) {
                    m_document.setCurrentIndex(entry);
                }
            });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        chooseEvent(index.row());
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        chooseEvent(index.row());
    });
    connect(m_recordings, &QAbstractItemModel::modelReset, this, &RecordingsPanel::selectCurrent);
    connect(&m_document, &Document::currentChanged, this, &RecordingsPanel::selectCurrent);
    connect(m_events, &QAbstractItemModel::modelReset, this, &RecordingsPanel::showEventCount);
    connect(&m_document, &Document::scoredChanged, this, &RecordingsPanel::showEventCount);
    selectCurrent();
    showEventCount();
}

QWidget* RecordingsPanel::makeEventHeading()
{
    auto* row = new QWidget;
    auto* headings = new QHBoxLayout(row);
    headings->setContentsMargins(8, 2, 8, 0);
    m_eventCount = labelWith("heading", {});
    headings->addWidget(m_eventCount);
    headings->addStretch();
    headings->addWidget(labelWith("muted", tr("N next · P previous")));
    return row;
}

void RecordingsPanel::selectCurrent()
{
    const QModelIndex current = m_recordings->indexOfEntry(m_document.currentIndex());
    if (current != m_list->currentIndex()) {
        m_list->setCurrentIndex(current);
    }
    fitHeights();
}

/// The lists take the height of their rows, so that the panel fills from the top.
void RecordingsPanel::fitHeights()
{
    int height = 4;
    for (int row = 0; row < m_recordings->rowCount(); ++row) {
        height += m_list->sizeHintForRow(row);
    }
    m_list->setMaximumHeight(height);
    m_table->setMaximumHeight(m_events->rowCount() * kEventRow + 4);
}

void RecordingsPanel::showEventCount()
{
    fitHeights();
    const int count = m_events->rowCount();
    m_eventCount->setText(count > 0 ? tr("EVENTS · %1").arg(countText(count)) : tr("EVENTS"));
    m_table->setVisible(count > 0);
    m_noEvents->setVisible(count == 0);
    const Entry* current = m_document.current();
    m_noEvents->setText(current && current->scored
                            ? tr("No window of this recording is an alarm.")
                            : tr("Runs of alarms will be listed here once this recording "
                                 "has scores."));
}

void RecordingsPanel::chooseEvent(int row)
{
    if (row < 0 || row >= m_events->rowCount()) {
        return;
    }
    m_table->selectRow(row);
    const SampleRange range = m_events->events()[static_cast<std::size_t>(row)].range;
    const Hertz rate = m_events->rate();
    Q_EMIT eventChosen({duration(range.first, rate).value, duration(range.last, rate).value});
    Q_EMIT windowChosen(m_events->events()[static_cast<std::size_t>(row)].peakWindow);
}

void RecordingsPanel::stepEvent(int direction, double time)
{
    const auto& events = m_events->events();
    if (events.empty()) {
        return;
    }
    const int selected =
        m_table->currentIndex().isValid() && m_table->selectionModel()->hasSelection()
            ? m_table->currentIndex().row()
            : -1;
    int row = selected + direction;
    if (selected < 0) { // nothing chosen yet: the nearest in that direction
        const double rate = m_events->rate().value;
        const auto after = std::partition_point(
            events.begin(), events.end(), [time, rate](const detect::Event& event) {
                return static_cast<double>(event.range.first) / rate <= time;
            });
        row = static_cast<int>(after - events.begin()) - (direction < 0 ? 1 : 0);
    }
    chooseEvent(std::clamp(row, 0, static_cast<int>(events.size()) - 1));
}

} // namespace spall::ui
