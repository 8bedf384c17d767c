// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/pages/inspect_page.h"
#include "ui/pages/recordings_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/train_page.h"
#include "ui/pages/waiting_view.h"
#include "ui/text/messages.h"
#include "ui/window/actions.h"
#include "ui/window/command_list.h"
#include "ui/window/file_choice.h"
#include "ui/window/sheets.h"
#include "ui/window/status_line.h"
#include "ui/window/step_bar.h"
#include "ui/window/step_states.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace spall::ui {

namespace {

constexpr int kMessageMilliseconds = 6000;
constexpr QSize kFirstSize{1600, 1000};
constexpr QSize kSmallestSize{1100, 700};

} // namespace

MainWindow::MainWindow(SettingsStore& settings, const QString& dataFolder)
    : m_bench(settings, dataFolder),
      m_actions(new Actions(*this, *m_bench.document.undoStack())),
      m_stack(new QStackedWidget(this)),
      m_recordings(new RecordingsPage(m_bench, this)),
      m_train(new TrainPage(m_bench, this)),
      m_inspect(new InspectPage(m_bench.document, this)),
      m_report(new ReportPage(m_bench, this)),
      m_commands(new CommandList(this))
{
    setWindowTitle(QStringLiteral("Spall"));
    setAcceptDrops(true);
    setMinimumSize(kSmallestSize);
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_recordings, m_train, m_inspect, m_report}) {
        addPage(page);
    }
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_stack, 1);
    setCentralWidget(centre);
    setStatusBar(new StatusLine(m_bench, this));

    connectActions();
    connectView();
    connectDocument();
    if (!restoreGeometry(settings.windowGeometry())) {
        resize(kFirstSize);
    }
    showPage(Page::Recordings);
    refresh();
}

void MainWindow::addPage(QWidget* page)
{
    const std::size_t number = m_pageCount++;
    m_frames[number] = new QStackedWidget(m_stack);
    m_waiting[number] = new WaitingView(m_frames[number]);
    m_frames[number]->addWidget(page);
    m_frames[number]->addWidget(m_waiting[number]);
    m_stack->addWidget(m_frames[number]);
    connect(m_waiting[number], &WaitingView::wayChosen, this, [this, number] {
        if (const auto waiting = waitingOf(m_bench, static_cast<int>(number))) {
            showPage(static_cast<Page>(waiting->page));
        }
    });
}

QWidget* MainWindow::makeHeader()
{
    auto* header = new QFrame(this);
    setLook(header, "header");
    auto* brand = new QLabel(QStringLiteral("Spall"), header);
    setLook(brand, "brand");
    m_steps =
        new StepBar({tr("1 Recordings"), tr("2 Train"), tr("3 Inspect"), tr("4 Report")}, header);
    auto* find = new QPushButton(tr("Search actions   Ctrl+K"), header);
    setLook(find, "search");
    connect(find, &QPushButton::clicked, this, &MainWindow::search);
    connect(
        m_steps, &StepBar::chosen, this, [this](int step) { showPage(static_cast<Page>(step)); });
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(18, 8, 14, 8);
    layout->setSpacing(28);
    layout->addWidget(brand);
    layout->addWidget(m_steps);
    layout->addStretch();
    layout->addWidget(find);
    return header;
}

void MainWindow::connectActions()
{
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::chooseRecordings);
    connect(m_recordings, &RecordingsPage::openRequested, this, &MainWindow::chooseRecordings);
    connect(m_actions->openModel, &QAction::triggered, this, [this] {
        chooseToOpen(
            {tr("Open a model"), {tr("Spall models (*.spall)")}, FileChoice::Kind::OpenOne, {}});
    });
    connect(m_actions->openLabels, &QAction::triggered, this, [this] {
        chooseToOpen({tr("Open labels"), {tr("Labels (*.csv)")}, FileChoice::Kind::OpenOne, {}});
    });
    connect(m_actions->saveModel, &QAction::triggered, this, &MainWindow::chooseModelToSave);
    connect(m_actions->demo, &QAction::triggered, &m_bench.imports, &ImportJobs::openDemo);
    connect(m_actions->exportReport, &QAction::triggered, this, [this] {
        showPage(Page::Report);
        m_report->chooseExport();
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->train, &QAction::triggered, this, [this] {
        showPage(Page::Train);
        m_train->toggleTraining();
    });
    connect(m_actions->search, &QAction::triggered, this, &MainWindow::search);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcutSheet(*this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(*this); });
    connect(m_recordings, &RecordingsPage::trainRequested, this, [this] { showPage(Page::Train); });
    connect(m_train, &TrainPage::inspectRequested, this, [this] { showPage(Page::Inspect); });
    connect(
        m_inspect, &InspectPage::recordingsRequested, this, [this] { showPage(Page::Recordings); });
    connect(m_inspect, &InspectPage::trainRequested, this, [this] { showPage(Page::Train); });
    m_inspect->setAnalysis(m_bench.analysis);
    m_inspect->setProblemSource(
        [this](const Entry& entry) { return m_bench.scoring.problem(entry); });
    connect(&m_bench.scoring, &ScoreJobs::changed, m_inspect, &InspectPage::showState);
}

void MainWindow::connectView()
{
    for (std::size_t i = 0; i < m_actions->pages.size(); ++i) {
        connect(m_actions->pages[i], &QAction::triggered, this, [this, i] {
            showPage(static_cast<Page>(i));
        });
    }
    for (std::size_t i = 0; i < m_actions->themes.size(); ++i) {
        const auto mode = static_cast<Theme::Mode>(i);
        m_actions->themes[i]->setChecked(mode == m_bench.settings.themeMode());
        connect(m_actions->themes[i], &QAction::triggered, this, [this, mode] {
            m_bench.settings.setThemeMode(mode);
            Theme::instance().apply(mode);
        });
    }
    for (std::size_t i = 0; i < m_actions->scales.size(); ++i) {
        const int percent = Actions::kScalePercents[i];
        m_actions->scales[i]->setChecked(percent == m_bench.settings.scalePercent());
        connect(m_actions->scales[i], &QAction::triggered, this, [this, percent] {
            m_bench.settings.setScalePercent(percent);
            tell(tr("The size takes effect when Spall starts again."));
        });
    }
}

void MainWindow::connectDocument()
{
    const Document& document = m_bench.document;
    connect(&document, &Document::recordingsChanged, this, &MainWindow::refresh);
    connect(&document, &Document::modelChanged, this, &MainWindow::refresh);
    connect(&document, &Document::scoredChanged, this, &MainWindow::refresh);
    connect(&document, &Document::judgementChanged, this, &MainWindow::refreshSteps);
    connect(&m_bench.scoring, &ScoreJobs::changed, this, &MainWindow::refresh);
    connect(&m_bench.training, &TrainJob::stateChanged, this, &MainWindow::refresh);
    connect(&m_bench.training, &TrainJob::stepped, this, &MainWindow::refreshSteps);
    connect(m_report, &ReportPage::exported, this, &MainWindow::refreshSteps);
    connect(&m_bench.imports, &ImportJobs::opened, this, [this](const QString& name) {
        tell(tr("Opened %1").arg(name));
    });
    connect(&m_bench.imports, &ImportJobs::failed, this, [this] { showPage(Page::Recordings); });
}

void MainWindow::showPage(Page page)
{
    const auto number = static_cast<std::size_t>(page);
    m_stack->setCurrentIndex(static_cast<int>(number));
    m_stack->currentWidget()->setFocus();
    m_steps->setCurrent(static_cast<int>(number));
    m_actions->pages[number]->setChecked(true);
}

MainWindow::Page MainWindow::page() const
{
    return static_cast<Page>(m_stack->currentIndex());
}

void MainWindow::refresh()
{
    m_actions->saveModel->setEnabled(m_bench.document.model() != nullptr);
    m_actions->exportReport->setEnabled(m_bench.reports.canCompose());
    refreshWaiting();
    refreshSteps();
}

void MainWindow::refreshWaiting()
{
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        const auto waiting = waitingOf(m_bench, static_cast<int>(i));
        if (waiting) {
            m_waiting[i]->say(waiting->title, waiting->text, waiting->action);
        }
        m_frames[i]->setCurrentIndex(waiting ? 1 : 0);
    }
}

void MainWindow::refreshSteps()
{
    m_steps->setState(0, recordingsState(m_bench));
    m_steps->setState(1, trainState(m_bench));
    m_steps->setState(2, inspectState(m_bench));
    m_steps->setState(3, reportState(m_bench, m_report->exportedPath()));
}

void MainWindow::open(const QStringList& files)
{
    if (!files.isEmpty()) {
        m_bench.imports.open(files);
    }
}

void MainWindow::chooseToOpen(const FileChoice& choice)
{
    chooseFiles(*this, m_bench.settings, choice, [this](const QStringList& files) { open(files); });
}

void MainWindow::chooseRecordings()
{
    chooseToOpen({tr("Open recordings"),
                  {tr("Recordings (*.mat *.csv *.txt *.wav *.bin *.raw)"), tr("All files (*)")},
                  FileChoice::Kind::OpenSeveral,
                  {}});
}

void MainWindow::chooseModelToSave()
{
    chooseFiles(*this,
                m_bench.settings,
                {tr("Save the model"),
                 {tr("Spall models (*.spall)")},
                 FileChoice::Kind::Save,
                 QStringLiteral("spall")},
                [this](const QStringList& files) { saveModel(files.front()); });
}

void MainWindow::saveModel(const QString& path)
{
    const Status saved = m_bench.imports.saveModel(path);
    tell(saved ? tr("The model is saved: %1").arg(path) : errorText(saved.error()));
}

void MainWindow::search()
{
    m_commands->open(*this);
}

void MainWindow::tell(const QString& text)
{
    statusBar()->showMessage(text, kMessageMilliseconds);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_bench.settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    open(files);
}

} // namespace spall::ui
