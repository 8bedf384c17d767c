// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/pages/inspect_page.h"
#include "ui/pages/recordings_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/train_page.h"
#include "ui/panels/dock.h"
#include "ui/panels/envelope_panel.h"
#include "ui/window/actions.h"
#include "ui/window/command_list.h"
#include "ui/window/file_actions.h"
#include "ui/window/header.h"
#include "ui/window/help_panel.h"
#include "ui/window/help_topics.h"
#include "ui/window/own_keys.h"
#include "ui/window/page_stack.h"
#include "ui/window/session_notice.h"
#include "ui/window/sheets.h"
#include "ui/window/status_line.h"
#include "ui/window/step_bar.h"
#include "ui/window/step_states.h"
#include "ui/window/tour_stops.h"
#include "ui/window/view_actions.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QCursor>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <fmt/format.h>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kMessageMilliseconds = 6000;
constexpr QSize kFirstSize{1600, 1000};
constexpr QSize kFrame{8, 40}; ///< room for what the desktop puts around a window
constexpr QSize kSmallestSize{1100, 700};

} // namespace

MainWindow::MainWindow(SettingsStore& settings, const QString& dataFolder)
    : m_bench(settings, dataFolder)
{
    setAcceptDrops(true);
    qApp->installEventFilter(new OwnKeys(this));
    // At a large size of the text the smallest window may be more than the screen has.
    const QSize room = screen()->availableSize() - kFrame;
    setMinimumSize(kSmallestSize.boundedTo(room));
    build();
    connectBench();
    if (!restoreGeometry(settings.windowGeometry())) {
        resize(kFirstSize.boundedTo(room));
    } else if (!isMaximized() && size() != size().boundedTo(room)) {
        // It was as large on another screen, or at another size of the text.
        resize(size().boundedTo(room));
        move(screen()->availableGeometry().topLeft());
    }
    arrange(*this, settings.arrangement());
    const auto last = static_cast<Page>(std::clamp(settings.page(), 0, 3));
    showPage(waitingOf(m_bench, static_cast<int>(last)) ? Page::Recordings : last);
}

/// The undo stack ends after the jobs, and its last word is that all is clean: nobody may then ask
/// them for the name of the session.
MainWindow::~MainWindow()
{
    m_bench.document.undoStack()->disconnect(this);
}

void MainWindow::build()
{
    m_actions = new Actions(*this, *m_bench.document.undoStack());
    m_files = new FileActions(m_bench, *m_actions, *this);
    m_commands = new CommandList(this);
    auto* centre = new QWidget(this);
    m_header = new Header(centre);
    m_stack = new PageStack(centre);
    m_notice = new SessionNotice(m_bench, centre);
    addPages();
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    auto* area = new QScrollArea(this); // so that what a small screen cannot hold is reached
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    // Between the two a splitter, which asks for the least height: the area itself would give
    // wrapped texts the height that they like best, and scroll where all has room.
    auto* between = new QSplitter(area);
    between->addWidget(centre);
    area->setWidget(between);
    setCentralWidget(area); // deletes the one before
    setStatusBar(new StatusLine(m_bench, this));
    m_help = new HelpPanel(this);
    addDockWidget(Qt::RightDockWidgetArea, m_help);
    m_tour = new Tour(tourStops(*this), this);
    connect(m_tour, &Tour::ended, this, [this] { m_bench.settings.setTourDone(); });
    connectActions();
    connectPages();
    connectView();
    refresh();
    refreshTitle();
}

void MainWindow::rebuild()
{
    m_isRebuildDue = false;
    const ViewState view = viewState();
    const QString topic = m_help->isVisible() ? m_help->topic() : QString();
    delete m_commands;
    setMenuBar(nullptr);
    delete m_actions;
    delete m_help;
    delete m_tour;
    build();
    restoreView(view);
    m_help->open(topic);
}

void MainWindow::addPages()
{
    m_recordings = new RecordingsPage(m_bench, m_stack);
    m_train = new TrainPage(m_bench, m_stack);
    m_inspect = new InspectPage(m_bench.document, &m_bench.detectability, m_stack);
    m_report = new ReportPage(m_bench, m_stack);
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_recordings, m_train, m_inspect, m_report}) {
        m_stack->add(page);
    }
}

void MainWindow::connectActions()
{
    connect(m_files, &FileActions::said, this, &MainWindow::tell);
    connect(m_notice, &SessionNotice::findRequested, m_files, &FileActions::chooseMissing);
    connect(m_actions->exportReport, &QAction::triggered, m_report, [this] {
        showPage(Page::Report);
        m_report->chooseExport();
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->train, &QAction::triggered, m_train, [this] {
        showPage(Page::Train);
        m_train->toggleTraining();
    });
    connect(m_actions->search, &QAction::triggered, this, &MainWindow::search);
    connect(m_actions->help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_actions->tour, &QAction::triggered, m_tour, &Tour::start);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcutSheet(*this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(*this); });
}

void MainWindow::connectPages()
{
    connect(m_recordings, &RecordingsPage::openRequested, m_files, &FileActions::chooseRecordings);
    connect(m_recordings, &RecordingsPage::trainRequested, this, [this] { showPage(Page::Train); });
    connect(m_train, &TrainPage::inspectRequested, this, [this] { showPage(Page::Inspect); });
    connect(m_train, &TrainPage::recordingsRequested, this, [this] { showPage(Page::Recordings); });
    connect(m_inspect, &InspectPage::trainRequested, this, [this] { showPage(Page::Train); });
    m_inspect->setProblemSource(
        [this](const Entry& entry) { return m_bench.scoring.problem(entry); });
    connect(&m_bench.scoring, &ScoreJobs::changed, m_inspect, &InspectPage::showState);
    connect(m_report, &ReportPage::exported, this, &MainWindow::refreshSteps);
    connect(m_report, &ReportPage::outdated, this, &MainWindow::refreshSteps);
}

void MainWindow::connectView()
{
    for (std::size_t i = 0; i < m_actions->pages.size(); ++i) {
        connect(m_actions->pages[i], &QAction::triggered, this, [this, i] {
            showPage(static_cast<Page>(i));
        });
    }
    const auto show = [this](int page) {
        showPage(static_cast<Page>(page));
    };
    connect(m_header, &Header::stepChosen, this, show);
    connect(m_header, &Header::searchRequested, this, &MainWindow::search);
    connect(m_stack, &PageStack::wayChosen, this, show);
    auto* view = new ViewActions(m_bench.settings, *m_actions);
    connect(view, &ViewActions::said, this, &MainWindow::tell);
}

void MainWindow::connectBench()
{
    const Document& document = m_bench.document;
    connect(&document, &Document::recordingsChanged, this, &MainWindow::refresh);
    connect(&document, &Document::modelChanged, this, &MainWindow::refresh);
    connect(&document, &Document::labelsChanged, this, &MainWindow::refresh);
    connect(&document, &Document::scoredChanged, this, &MainWindow::refresh);
    connect(&document, &Document::judgementChanged, this, &MainWindow::refreshSteps);
    connect(&m_bench.scoring, &ScoreJobs::changed, this, &MainWindow::refresh);
    connect(&m_bench.training, &TrainJob::stateChanged, this, &MainWindow::refresh);
    connect(&m_bench.training, &TrainJob::stepped, this, &MainWindow::refreshSteps);
    connect(&m_bench.imports, &ImportJobs::failed, this, [this] { showPage(Page::Recordings); });
    connect(
        m_bench.document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::refreshTitle);
    connect(&m_bench.sessions, &SessionJobs::pathChanged, this, &MainWindow::refreshTitle);
    connect(&m_bench.sessions, &SessionJobs::viewRestored, this, &MainWindow::restoreView);
    m_bench.sessions.setViewSource([this] { return viewState(); });
}

void MainWindow::refreshTitle()
{
    const QString path = m_bench.sessions.path();
    // The system adds the name of the program.
    setWindowTitle(QStringLiteral("%1[*]").arg(
        path.isEmpty() ? tr("New session") : QFileInfo(path).completeBaseName()));
    const bool isChanged = !m_bench.document.undoStack()->isClean();
    setWindowModified(isChanged);
    m_header->setSession(path, isChanged);
}

ViewState MainWindow::viewState() const
{
    ViewState view = arrangementOf(*this);
    view["page"] = std::to_string(m_stack->currentIndex());
    if (const std::string lines = m_inspect->dock().envelope().chosenLines(); !lines.empty()) {
        view["lines"] = lines;
    }
    const TimeAxis& axis = m_inspect->timeAxis();
    if (axis.view() != axis.whole()) {
        view["zoom"] = fmt::format("{} {}", axis.view().first, axis.view().last);
    }
    return view;
}

void MainWindow::restoreView(const ViewState& view)
{
    arrange(*this, view);
    if (const auto page = view.find("page"); page != view.end()) {
        const int number = QString::fromStdString(page->second).toInt();
        showPage(static_cast<Page>(std::clamp(number, 0, 3)));
    }
    if (const auto lines = view.find("lines"); lines != view.end()) {
        m_inspect->dock().envelope().chooseLines(lines->second);
    }
    if (const auto zoom = view.find("zoom"); zoom != view.end()) {
        const QStringList ends = QString::fromStdString(zoom->second).split(QLatin1Char(' '));
        const TimeRange range{ends.value(0).toDouble(), ends.value(1).toDouble()};
        if (range.length() > 0.0) {
            m_inspect->timeAxis().show(range);
        }
    }
}

void MainWindow::showPage(Page page)
{
    const int number = static_cast<int>(page);
    m_stack->setCurrentIndex(number);
    m_stack->shown().setFocus(); // the keys of a page are its own
    m_header->steps().setCurrent(number);
    m_actions->pages[static_cast<std::size_t>(number)]->setChecked(true);
}

MainWindow::Page MainWindow::page() const
{
    return static_cast<Page>(m_stack->currentIndex());
}

void MainWindow::refresh()
{
    m_files->refresh();
    m_inspect->setTraining(m_bench.training.isActive());
    for (int page = 0; page < m_stack->count(); ++page) {
        m_stack->setWaiting(page, waitingOf(m_bench, page));
    }
    refreshSteps();
}

void MainWindow::refreshSteps()
{
    StepBar& steps = m_header->steps();
    steps.setState(0, recordingsState(m_bench));
    steps.setState(1, trainState(m_bench));
    steps.setState(2, inspectState(m_bench));
    steps.setState(3, reportState(m_bench, m_report->exportedPath()));
}

void MainWindow::open(const QStringList& files)
{
    m_files->open(files);
}

void MainWindow::search()
{
    m_commands->open(*this);
}

void MainWindow::showHelp()
{
    const QWidget* pointed = QApplication::widgetAt(QCursor::pos());
    const bool isOurs = pointed && pointed->window() == this;
    m_help->open(helpTopicOf(isOurs ? pointed : &m_stack->shown()));
}

void MainWindow::offerTour()
{
    if (!m_bench.settings.isTourDone()) {
        m_tour->start();
    }
}

/// Not now: a menu that closes behind the action that speaks would wipe its words away.
void MainWindow::tell(const QString& text)
{
    QMetaObject::invokeMethod(
        this,
        [this, text] { statusBar()->showMessage(text, kMessageMilliseconds); },
        Qt::QueuedConnection);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        // Not now: Qt is on its way through the widgets that are about to go. And once: every
        // translator that comes or goes is told.
        if (!m_isRebuildDue) {
            m_isRebuildDue = true;
            QMetaObject::invokeMethod(this, &MainWindow::rebuild, Qt::QueuedConnection);
        }
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_bench.settings.setWindowGeometry(saveGeometry());
    m_bench.settings.setArrangement(arrangementOf(*this));
    m_bench.settings.setPage(m_stack->currentIndex());
    m_bench.autosave.close();
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
