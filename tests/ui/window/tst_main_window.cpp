// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/slowdown.h"
#include "tests/ui/support/builders.h"
#include "ui/pages/inspect_page.h"
#include "ui/pages/notice_bar.h"
#include "ui/pages/waiting_view.h"
#include "ui/panels/detectability_panel.h"
#include "ui/plot/curve_plot.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"
#include "ui/window/command_list.h"
#include "ui/window/main_window.h"
#include "ui/window/status_line.h"
#include "ui/window/step_states.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <semaphore>
#include <thread>

namespace spall::ui {

namespace {

/// A scoring, and the networks with it, comes first.
constexpr int kPatience = 30000 * test::kSlowdown; // ms

/// Counts how often a window is said to be changed or unchanged.
class ChangeCounter : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        count += event->type() == QEvent::ModifiedChange ? 1 : 0;
        return false;
    }
};

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void init()
    {
        Theme::instance().apply(Theme::Mode::Light);
        m_settings =
            std::make_unique<SettingsStore>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_window = std::make_unique<MainWindow>(*m_settings, m_folder.path());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        speak(Language::English);
        m_settings.reset();
        QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    }

    void pagesThatCannotBeUsedSayWhatTheyWaitFor()
    {
        Workbench& bench = m_window->bench();
        QVERIFY(!waitingOf(bench, 0));
        for (int page = 1; page < 4; ++page) {
            const auto waiting = waitingOf(bench, page);
            QVERIFY(waiting);
            QVERIFY(!waiting->text.isEmpty());
        }
        bench.document.addRecording(test::input("a.mat", pipeline::Role::Unknown), nullptr);
        QCOMPARE(waitingOf(bench, 1)->page, 0); // somebody has to say which one is healthy
        bench.document.setRole(0, pipeline::Role::Healthy);
        QVERIFY(!waitingOf(bench, 1));
    }

    /// Of a text of several lines the first alone was to be seen.
    void whatAPageWaitsForIsReadInFull()
    {
        for (int page = 1; page < 4; ++page) {
            QTest::keyClick(m_window.get(), static_cast<char>('1' + page));
            const QString text = waitingOf(m_window->bench(), page)->text;
            const QLabel* shown = nullptr;
            for (const QLabel* label : m_window->findChildren<QLabel*>()) {
                shown = label->isVisible() && label->text() == text ? label : shown;
            }
            QVERIFY(shown);
            QTRY_VERIFY(shown->height() >= shown->heightForWidth(shown->width()));
        }
    }

    void aSignalCanBeLookedAtWithoutAModel()
    {
        Workbench& bench = m_window->bench();
        QCOMPARE(waitingOf(bench, 2)->page, 0);
        bench.document.addRecording(test::input("a.mat", pipeline::Role::Unknown), nullptr);
        QVERIFY(!bench.document.model());
        QVERIFY(!waitingOf(bench, 2));
        QVERIFY(waitingOf(bench, 3));
    }

    /// A job that began while a message was up was written over the message.
    void aJobIsNotWrittenOverAMessage()
    {
        Workbench& bench = m_window->bench();
        StatusLine line(bench);
        line.resize(900, 24);
        line.show();
        line.showMessage(QStringLiteral("The model is saved"));
        std::binary_semaphore mayEnd{0};
        bench.reading.start<int>(
            QStringLiteral("reading a.mat"),
            [&mayEnd](const pipeline::Observer& observer) -> Result<int> {
                tell(observer.progress, {Stage::Read, 1, 2, {}}); // brings bar and button
                mayEnd.acquire();
                return 1;
            },
            [](const Result<int>&) {});
        const auto said = [&line]() -> const QLabel* {
            for (const QLabel* label : line.findChildren<QLabel*>()) {
                if (label->text().contains(QStringLiteral("a.mat"))) {
                    return label;
                }
            }
            return nullptr;
        };
        QTRY_VERIFY(said());
        QTRY_VERIFY(!line.findChild<QToolButton*>()->isHidden());
        QCoreApplication::processEvents(); // a line that lays itself out anew does it here
        const bool wasWritten = said()->isVisible();
        line.clearMessage();
        const bool isWrittenLater = said()->isVisible();
        mayEnd.release();
        QTRY_VERIFY(!bench.reading.isBusy());
        QVERIFY(!wasWritten);
        QVERIFY(isWrittenLater);
    }

    /// Of several files that could not be opened the last alone was told.
    void everyFileThatCouldNotBeOpenedIsTold()
    {
        m_window->open({m_folder.filePath(QStringLiteral("first.mat")),
                        m_folder.filePath(QStringLiteral("second.mat")),
                        m_folder.filePath(QStringLiteral("no_model.spall"))});
        const auto told = [this] {
            QString all;
            for (const NoticeBar* bar : m_window->findChildren<NoticeBar*>()) {
                all += bar->isHidden() ? QString() : bar->text();
            }
            return all;
        };
        QTRY_VERIFY(told().contains(QStringLiteral("no_model.spall")) &&
                    told().contains(QStringLiteral("second.mat")));
        QVERIFY(told().contains(QStringLiteral("first.mat")));
        m_window->open({m_folder.filePath(QStringLiteral("third.mat"))});
        QTRY_VERIFY(told().contains(QStringLiteral("third.mat")));
        QVERIFY(!told().contains(QStringLiteral("first.mat")));
    }

    /// Why a rate was guessed was told twice on one card.
    void whyARateWasGuessedIsToldOnceOnTheCard()
    {
        auto made = std::make_shared<signal::Recording>(*test::recording("a.mat"));
        made->warnings = {"The sampling rate of 12000 Hz is a guess: the name says so.",
                          "another doubt"};
        m_window->bench().document.addRecording({made, 0, pipeline::Role::Unknown}, nullptr);
        QString facts;
        for (const QLabel* label : m_window->findChildren<QLabel*>()) {
            facts +=
                label->text().contains(QStringLiteral("Worth a look")) ? label->text() : QString();
        }
        QCOMPARE(facts.count(QStringLiteral("Worth a look")), 1);
        QVERIFY(facts.contains(QStringLiteral("another doubt")));
    }

    /// "There is no model yet. Train one" stood there while it was being trained.
    void inspectionKnowsThatAModelIsOnItsWay()
    {
        Workbench& bench = m_window->bench();
        const auto says = [this](const QString& words) {
            const auto labels = m_window->inspectPage().findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&words](const QLabel* label) {
                return label->text().contains(words);
            });
        };
        bench.document.addRecording({test::recording("a.mat", 60000), 0, pipeline::Role::Healthy},
                                    nullptr);
        QVERIFY(says(QStringLiteral("There is no model yet. Train one")));
        bench.training.start({});
        QVERIFY(says(QStringLiteral("is being trained")));
        QVERIFY(!says(QStringLiteral("There is no model yet. Train one")));
        bench.training.discard();
    }

    /// At 150 % the window was wider than the screen of a laptop, and nothing said that the size
    /// waits for the next start.
    void theWindowFitsTheScreenAndTheSizeSaysWhenItComes()
    {
        const QSize screen = m_window->screen()->availableSize();
        QVERIFY(m_window->minimumSize().width() <= screen.width());
        QVERIFY(m_window->minimumSizeHint().width() <= screen.width());
        m_window->resize(2 * screen);
        m_window->close();
        const MainWindow again(*m_settings, m_folder.path());
        QVERIFY(again.width() <= screen.width() && again.height() <= screen.height());
        m_window->show();
        m_window->actionSet().scales[2]->trigger();
        QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("150 %")));
    }

    /// The folder of a save that had failed was proposed ever after, also where looking into it
    /// takes for ever.
    void aFolderIsRememberedOnceSomethingWasOpenedThere()
    {
        const QString before = m_settings->lastFolder();
        m_window->open({m_folder.filePath(QStringLiteral("missing.mat"))});
        QTRY_VERIFY(!m_window->bench().reading.isBusy());
        QCOMPARE(m_settings->lastFolder(), before);
        const QString folder = QStringLiteral(SPALL_SOURCE_DIR "/tests/data/io");
        m_window->open({folder + QStringLiteral("/text.uff")});
        QTRY_COMPARE(m_settings->lastFolder(), folder);
    }

    void theWindowRemembersItsThemeAndSize()
    {
        m_window->actionSet().themes[2]->trigger();
        QVERIFY(Theme::instance().isDark());
        const QSize fitting = m_window->screen()->availableSize() - QSize(8, 90);
        m_window->resize(fitting);
        m_window->close();
        MainWindow again(*m_settings, m_folder.path());
        QCOMPARE(again.size(), fitting);
        QCOMPARE(m_settings->themeMode(), Theme::Mode::Dark);
    }

    void everyActionHasANameThatIsNotCut()
    {
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            const bool isQts = action->objectName().startsWith(QLatin1String("_q_"));
            if (!action->isSeparator() && !action->menu() && !isQts) {
                QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            }
        }
    }

    void undoAndRedoFollowTheDocument()
    {
        Document& document = m_window->bench().document;
        QVERIFY(!m_window->actionSet().undo->isEnabled());
        document.addRecording(test::input("a.mat", pipeline::Role::Unknown), nullptr);
        QVERIFY(m_window->actionSet().undo->isEnabled());
        document.setRole(0, pipeline::Role::Faulty);
        m_window->actionSet().undo->trigger();
        QCOMPARE(document.entries()[0].input.role, pipeline::Role::Unknown);
        m_window->actionSet().redo->trigger();
        QCOMPARE(document.entries()[0].input.role, pipeline::Role::Faulty);
    }

    void aFileThatCannotBeReadIsRefusedWhereTheUserSeesIt()
    {
        m_window->showPage(MainWindow::Page::Train);
        m_window->open({m_folder.filePath(QStringLiteral("missing.mat"))});
        QTRY_COMPARE(m_window->page(), MainWindow::Page::Recordings);
        bool isSaid = false;
        for (const NoticeBar* notice : m_window->findChildren<NoticeBar*>()) {
            isSaid = isSaid || (notice->isVisible() &&
                                notice->text().contains(QStringLiteral("missing.mat")));
        }
        QVERIFY(isSaid);
    }

    /// Labels opened behind a recording of unknown scale were asked for their full scale.
    void onlyARecordingIsAskedForItsScale()
    {
        const auto isAsked = [this] {
            const auto notices = m_window->findChildren<NoticeBar*>();
            return std::any_of(notices.begin(), notices.end(), [](const NoticeBar* notice) {
                const QString title = notice->findChild<QLabel*>()->text();
                return notice->isVisible() && title.contains(QStringLiteral("full scale"));
            });
        };
        m_window->open({QStringLiteral(SPALL_SOURCE_DIR "/tests/data/io/noise.flac")});
        QTRY_VERIFY(isAsked());
        QFile file(m_folder.filePath(QStringLiteral("labels.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("file,start,end,label\nnoise.flac,0,100,healthy\n");
        file.close();
        m_window->open({file.fileName()});
        QTRY_COMPARE(m_window->bench().document.labels().size(), std::size_t{1});
        QVERIFY(!isAsked());
    }

    /// At its end the undo stack says that all is clean: the window asked for the name of the
    /// session once more, of a job that was gone already.
    void aWindowWithAChangedSessionGoesInPeace()
    {
        Workbench& bench = m_window->bench();
        QSignalSpy saved(&bench.sessions, &SessionJobs::saved);
        bench.sessions.save(m_folder.filePath(QStringLiteral("named.spallsession")));
        QTRY_COMPARE(saved.count(), 1);
        bench.document.addRecording(test::input("a.mat", pipeline::Role::Unknown), nullptr);
        QVERIFY(m_window->isWindowModified());
        m_window->close();
        ChangeCounter counter;
        m_window->installEventFilter(&counter);
        m_window.reset();
        QCOMPARE(counter.count, 0);
        QDir(m_folder.filePath(QStringLiteral("recovery"))).removeRecursively();
    }

    /// The grid of planted faults belonged to its view, which a change of language makes anew: what
    /// was found, a minute later, was handed to the view that was gone.
    void aGridOfPlantedFaultsOutlivesAChangeOfLanguage()
    {
        Workbench& bench = m_window->bench();
        const JobNumber before = bench.analysis.start<int>(
            QStringLiteral("what the grid waits for"),
            [](const pipeline::Observer& observer) -> Result<int> {
                while (!observer.stop.stop_requested()) {
                    std::this_thread::yield();
                }
                return 0;
            },
            [](const Result<int>&) {});
        bench.document.addRecording(test::input("a.mat", pipeline::Role::Healthy), nullptr);
        bench.document.setModel(test::model());
        bench.detectability.start(DetectabilityJob::Faults::Synthetic, {});
        const QPointer<DetectabilityPanel> old = m_window->findChild<DetectabilityPanel*>();
        QVERIFY(old);
        speak(Language::Chinese);
        QTRY_VERIFY_WITH_TIMEOUT(!old, kPatience);

        auto* panel = m_window->findChild<DetectabilityPanel*>();
        QVERIFY(panel && bench.detectability.isRunning());
        pipeline::DetectabilityResult found;
        found.name = "spall";
        found.levels = {{{0.0}, 0.9, 1.0, 1.0, {}}, {{-6.0}, 0.8, 0.5, 0.5, {}}};
        Q_EMIT bench.detectability.done({found});
        QCOMPARE(panel->findChild<CurvePlot*>()->curves().size(), std::size_t{1});

        panel->findChild<QPushButton*>()->click(); // it says "Stop"
        bench.analysis.requestStop(before);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.detectability.isRunning(), kPatience);
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::MainWindowTest)
#include "tst_main_window.moc"
