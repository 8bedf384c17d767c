// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordings_page.h"

#include "core/io/import_choice.h"
#include "core/io/set_checks.h"
#include "ui/pages/empty_recordings.h"
#include "ui/pages/import_view.h"
#include "ui/pages/notice_bar.h"
#include "ui/pages/recording_preview.h"
#include "ui/pages/recordings_model.h"
#include "ui/pages/recordings_table.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/card.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace spall::ui {

namespace {

constexpr int kMostFailures = 6; ///< told in full; the tip has them all

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
    connect(&m_bench.document, &Document::machineChanged, this, &RecordingsPage::showCurrent);
    connect(&m_bench.scoring, &ScoreJobs::changed, this, &RecordingsPage::showCurrent);
    connect(&m_bench.imports, &ImportJobs::begun, this, [this] {
        m_failures.clear();
        m_notice->clear();
    });
    connect(&m_bench.imports, &ImportJobs::opened, this, [this](const QString& name) {
        if (QFileInfo(m_run).fileName() == name) {
            m_bench.settings.setLastFolderOf(m_run);
        }
        if (m_failures.isEmpty()) {
            m_notice->clear();
        }
    });
    connect(&m_bench.imports, &ImportJobs::recordingOpened, this, &RecordingsPage::askForScale);
    connect(&m_bench.imports,
            &ImportJobs::failed,
            this,
            [this](const QString&, const Error& error) { tellFailure(error); });
    connect(m_notice, &NoticeBar::dismissed, this, [this] { m_failures.clear(); });
    connect(m_notice, &NoticeBar::actionChosen, this, [this] {
        if (m_asksForScale) {
            goTo(m_asksForScale);
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

    m_table = new RecordingsTable(m_bench, m_model, card);
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

void RecordingsPage::lookInto()
{
    const int index = m_bench.document.currentIndex();
    if (index >= 0) {
        auto* view = new ImportView(m_bench, index, this);
        view->open();
    }
}

void RecordingsPage::askForScale(int index)
{
    const Entry& entry = m_bench.document.entries().at(static_cast<std::size_t>(index));
    if (!io::isScaleUnknown(*entry.input.recording)) {
        return;
    }
    m_asksForScale = entry.input.recording;
    m_bench.document.setCurrentIndex(index);
    m_notice->say(tr("What is full scale in %1?").arg(entry.name),
                  tr("It holds the whole numbers of a converter, not g or m/s². Scores need no "
                     "scale, levels and comparisons between files do."),
                  tr("State it…"));
}

void RecordingsPage::goTo(const signal::RecordingPtr& recording)
{
    const auto& entries = m_bench.document.entries();
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (entries[at].input.recording == recording) {
            m_bench.document.setCurrentIndex(static_cast<int>(at));
        }
    }
}

void RecordingsPage::tellFailure(const Error& error)
{
    m_asksForScale.reset();
    m_failures += errorText(error);
    const int count = static_cast<int>(m_failures.size());
    QStringList shown = m_failures.mid(0, kMostFailures);
    if (count > kMostFailures) {
        shown += tr("and %1 more").arg(count - kMostFailures);
    }
    m_notice->say(count == 1 ? errorTitle(error.code)
                             : tr("%1 files could not be opened").arg(count),
                  shown.join(QLatin1Char('\n')),
                  tr("Open another…"));
    m_notice->setToolTip(count > kMostFailures ? m_failures.join(QLatin1Char('\n')) : QString());
}

void RecordingsPage::openFolder()
{
    auto* dialog =
        new QFileDialog(this, tr("Open a run of snapshots"), m_bench.settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_run = folder;
        m_bench.imports.open({folder});
    });
    dialog->open();
}

} // namespace spall::ui
