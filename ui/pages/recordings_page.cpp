// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordings_page.h"

#include "core/io/set_checks.h"
#include "ui/pages/empty_recordings.h"
#include "ui/pages/import_view.h"
#include "ui/pages/notice_bar.h"
#include "ui/pages/recording_preview.h"
#include "ui/pages/recordings_model.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/card.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kRowHeight = 32;
constexpr double kUsualRates[] = {5120.0,
                                  8000.0,
                                  10000.0,
                                  12000.0,
                                  12800.0,
                                  16000.0,
                                  20000.0,
                                  20480.0,
                                  25600.0,
                                  48000.0,
                                  50000.0,
                                  51200.0,
                                  64000.0,
                                  97656.0,
                                  100000.0,
                                  102400.0};

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

std::vector<std::string> doubtsBetween(const std::vector<Entry>& entries)
{
    std::vector<io::SetMember> members;
    for (const Entry& entry : entries) {
        io::SetMember member;
        member.name = entry.name.toStdString();
        member.unit = channelOf(entry).unit;
        member.rate = entry.input.recording->rate.value;
        member.levels = entry.preview ? entry.preview->statistics : signal::Statistics{};
        member.isHealthy = entry.input.role == pipeline::Role::Healthy;
        member.isFaulty = entry.input.role == pipeline::Role::Faulty;
        members.push_back(std::move(member));
    }
    return io::doubtsBetween(members);
}

} // namespace

RecordingsPage::RecordingsPage(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_model(new RecordingsModel(bench.document, bench.scoring, this)),
      m_stack(new QStackedLayout),
      m_notice(new NoticeBar(this)),
      m_table(nullptr),
      m_proposal(nullptr),
      m_preview(nullptr)
{
    auto* empty = new EmptyRecordings(this);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(m_notice);
    layout->addLayout(m_stack, 1);

    connect(empty, &EmptyRecordings::openChosen, this, &RecordingsPage::openRequested);
    connect(empty, &EmptyRecordings::demoChosen, &m_bench.imports, &ImportJobs::openDemo);
    connect(&m_bench.document, &Document::recordingsChanged, this, &RecordingsPage::refresh);
    connect(&m_bench.document, &Document::currentChanged, this, &RecordingsPage::showCurrent);
    connect(&m_bench.scoring, &ScoreJobs::changed, this, &RecordingsPage::showCurrent);
    connect(&m_bench.imports, &ImportJobs::opened, this, &RecordingsPage::askForScale);
    connect(
        &m_bench.imports, &ImportJobs::failed, this, [this](const QString&, const Error& error) {
            m_isAskingForScale = false;
            m_notice->say(errorTitle(error.code), errorText(error), tr("Open another…"));
        });
    connect(m_notice, &NoticeBar::actionChosen, this, [this] {
        if (m_isAskingForScale) {
            lookInto();
        } else {
            Q_EMIT openRequested();
        }
    });
    refresh();
}

QWidget* RecordingsPage::makeContent()
{
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(10);
    splitter->setChildrenCollapsible(false);
    m_preview = new RecordingPreview(splitter);
    splitter->addWidget(makeTableCard());
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    return splitter;
}

QWidget* RecordingsPage::makeTableCard()
{
    auto* card = new Card(tr("Recordings"), this);
    auto* open = new QPushButton(tr("Open recordings…"), card);
    auto* folder = new QPushButton(tr("Open a run…"), card);
    folder->setToolTip(tr("A folder of snapshots taken one after the other, such as acc_00001.csv, "
                          "acc_00002.csv: they become one recording from new to failed."));
    auto* look = new QPushButton(tr("File contents…"), card);
    look->setToolTip(tr("Every variable of the file, what it was taken for, and what was guessed: "
                        "signal, rate, speed, scale and unit can be stated otherwise."));
    connect(folder, &QPushButton::clicked, this, &RecordingsPage::openFolder);
    connect(look, &QPushButton::clicked, this, &RecordingsPage::lookInto);
    auto* train = new QPushButton(tr("Train on the healthy ones"), card);
    connect(open, &QPushButton::clicked, this, &RecordingsPage::openRequested);
    connect(train, &QPushButton::clicked, this, &RecordingsPage::trainRequested);
    card->headingLine()->addWidget(look);
    card->headingLine()->addWidget(folder);
    card->headingLine()->addWidget(open);
    card->headingLine()->addWidget(train);

    m_table = new QTableView(card);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new InkDelegate(m_table));
    m_table->setAccessibleName(tr("Recordings"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setMouseTracking(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RecordingsModel::Notes, QHeaderView::Stretch);
    connect(m_table, &QTableView::clicked, this, &RecordingsPage::chooseIn);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    m_bench.document.setCurrentIndex(current.row());
                }
            });
    auto* remove = new QAction(tr("Remove from the list"), m_table);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &RecordingsPage::removeSelected);
    m_table->addAction(remove);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    m_proposal = new QLabel(card);
    m_proposal->setWordWrap(true);
    setLook(m_proposal, "muted");
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_proposal);
    return card;
}

void RecordingsPage::refresh()
{
    m_stack->setCurrentIndex(m_bench.document.entries().empty() ? 0 : 1);
    showRateProposal();
    showCurrent();
}

void RecordingsPage::showRateProposal()
{
    const auto& entries = m_bench.document.entries();
    if (entries.empty()) {
        return;
    }
    const Entry* lowest = &entries.front();
    bool isMixed = false;
    for (const Entry& entry : entries) {
        const Hertz rate = entry.input.recording->rate.value;
        isMixed = isMixed || rate != lowest->input.recording->rate.value;
        lowest = rate < lowest->input.recording->rate.value ? &entry : lowest;
    }
    const auto inputs = m_bench.document.inputs();
    const QString rate = frequencyText(pipeline::proposedRate(inputs));
    m_proposal->setText(
        isMixed ? tr("A new model will work at %1, the lowest rate here (%2): a detector that sees "
                     "different rates would tell the rates apart, not the faults.")
                      .arg(rate, lowest->name)
                : tr("A new model will work at %1, the rate of all recordings here.").arg(rate));
    for (const std::string& doubt : doubtsBetween(entries)) {
        m_proposal->setText(m_proposal->text() + QStringLiteral("\n⚠ ") + saidText(doubt));
    }
}

void RecordingsPage::showCurrent()
{
    const Entry* entry = m_bench.document.current();
    if (!entry) {
        m_preview->clear();
        return;
    }
    const int row = m_bench.document.currentIndex();
    if (m_table->currentIndex().row() != row && row < m_model->rowCount()) {
        m_table->selectRow(row);
    }
    m_preview->show(*entry, m_bench.scoring.problem(*entry));
}

void RecordingsPage::chooseIn(const QModelIndex& cell)
{
    const QRect place = m_table->visualRect(cell);
    const QPoint at = m_table->viewport()->mapToGlobal(place.bottomLeft());
    if (cell.column() == RecordingsModel::Role) {
        chooseRole(cell.row(), at);
    } else if (cell.column() == RecordingsModel::Channel) {
        chooseChannel(cell.row(), at);
    } else if (cell.column() == RecordingsModel::Rate) {
        chooseRate(cell.row(), at);
    }
}

void RecordingsPage::chooseRole(int row, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto present = m_bench.document.entries().at(static_cast<std::size_t>(row)).input.role;
    for (const auto role :
         {pipeline::Role::Healthy, pipeline::Role::Faulty, pipeline::Role::Unknown}) {
        QAction* action = menu->addAction(roleText(role));
        action->setCheckable(true);
        action->setChecked(role == present);
        connect(action, &QAction::triggered, this, [this, row, role] {
            m_bench.document.setRole(row, role);
        });
    }
    menu->popup(at);
}

void RecordingsPage::chooseChannel(int row, const QPoint& at)
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
        connect(action, &QAction::triggered, this, [this, row, channel] {
            m_bench.imports.chooseChannel(row, channel);
        });
        ++channel;
    }
    menu->popup(at);
}

void RecordingsPage::chooseRate(int row, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Hertz present =
        m_bench.document.entries().at(static_cast<std::size_t>(row)).input.recording->rate.value;
    QAction* title = menu->addAction(tr("The samples were taken at"));
    title->setEnabled(false);
    for (const double value : kUsualRates) {
        const Hertz rate{value};
        QAction* action = menu->addAction(frequencyText(rate));
        action->setCheckable(true);
        action->setChecked(rate == present);
        connect(action, &QAction::triggered, this, [this, row, rate] {
            m_bench.document.setRate(row, rate);
        });
    }
    menu->popup(at);
}

void RecordingsPage::removeSelected()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0) {
        m_bench.document.removeRecording(row);
    }
}

void RecordingsPage::lookInto()
{
    const int index = m_bench.document.currentIndex();
    if (index >= 0) {
        auto* view = new ImportView(m_bench, index, this);
        view->open();
    }
}

void RecordingsPage::askForScale(const QString& name)
{
    m_notice->clear();
    const auto& entries = m_bench.document.entries();
    const auto& warnings =
        entries.empty() ? std::vector<std::string>() : entries.back().input.recording->warnings;
    const bool isUnknown = std::any_of(warnings.begin(), warnings.end(), [](const auto& warning) {
        return warning.starts_with("The scale is unknown");
    });
    if (isUnknown) {
        m_isAskingForScale = true;
        m_bench.document.setCurrentIndex(static_cast<int>(entries.size()) - 1);
        m_notice->say(tr("What is full scale in %1?").arg(name),
                      tr("It holds the whole numbers of a converter, not g or m/s². Scores need no "
                         "scale, levels and comparisons between files do."),
                      tr("State it…"));
    }
}

void RecordingsPage::openFolder()
{
    auto* dialog =
        new QFileDialog(this, tr("Open a run of snapshots"), m_bench.settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_bench.settings.setLastFolder(folder);
        m_bench.imports.open({folder});
    });
    dialog->open();
}

} // namespace spall::ui
