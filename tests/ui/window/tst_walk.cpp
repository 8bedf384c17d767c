// SPDX-License-Identifier: GPL-3.0-or-later
// The whole walk on the demo with the real worker thread: open, train, pause, inspect, move the
// threshold, export. Leaves a picture of each page in the build folder.
#include "tests/support/slowdown.h"
#include "tests/ui/support/heartbeat.h"
#include "ui/jobs/write_session.h"
#include "ui/pages/inspect_page.h"
#include "ui/pages/report_page.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace spall::ui {

/// What an engineer bears without noticing.
constexpr double kLongestStall = 50.0 * test::kSlowdown;  // ms
constexpr double kLongestPause = 300.0 * test::kSlowdown; // ms
/// When a test gives up waiting.
constexpr int kPatience = 120000 * test::kSlowdown; // ms

class WalkTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
    test::Heartbeat m_heartbeat;

    Document& document() { return m_window->bench().document; }

    static pipeline::TrainSettings quickSettings(int epochs)
    {
        pipeline::TrainSettings settings;
        settings.window = {512, 512};
        settings.epochs = epochs;
        return settings;
    }

    void expectNoStall(const char* during)
    {
        const double stall = m_heartbeat.stop();
        qInfo("longest stall while %s: %.1f ms", during, stall);
        QVERIFY2(stall <= kLongestStall, during);
    }

    /// Pictures in both themes; the page is given time to lay itself out and to paint.
    void picture(MainWindow::Page page, const QString& name)
    {
        QDir().mkpath(QStringLiteral(SPALL_SCREENSHOTS));
        m_window->showPage(page);
        for (const auto mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
            Theme::instance().apply(mode);
            QCoreApplication::processEvents();
            QTest::qWait(0);
            const QString file = QStringLiteral("%1/%2_%3.png")
                                     .arg(QStringLiteral(SPALL_SCREENSHOTS),
                                          name,
                                          mode == Theme::Mode::Dark ? QStringLiteral("dark")
                                                                    : QStringLiteral("light"));
            QVERIFY2(m_window->grab().save(file), qPrintable(file));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().apply(Theme::Mode::Light);
        m_settings =
            std::make_unique<SettingsStore>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_window = std::make_unique<MainWindow>(*m_settings, m_folder.path());
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        picture(MainWindow::Page::Recordings, QStringLiteral("0_empty"));
        picture(MainWindow::Page::Inspect, QStringLiteral("0_waiting"));
    }

    void theDemoOpens()
    {
        m_heartbeat.start();
        m_window->bench().imports.openDemo();
        QTRY_COMPARE_WITH_TIMEOUT(document().entries().size(), std::size_t{2}, kPatience);
        QTRY_VERIFY(!m_window->bench().reading.isBusy());
        expectNoStall("opening");
        picture(MainWindow::Page::Recordings, QStringLiteral("1_recordings"));
    }

    void aTrainingIsPausedTakenUpAgainAndKept()
    {
        TrainJob& training = m_window->bench().training;
        QSignalSpy stepped(&training, &TrainJob::stepped);
        QSignalSpy failed(&training, &TrainJob::failed);
        m_window->showPage(MainWindow::Page::Train);
        m_heartbeat.start();
        training.start(quickSettings(40));
        QTRY_VERIFY_WITH_TIMEOUT(training.lastEpoch() >= 2, kPatience);
        expectNoStall("training"); // taking pictures stalls on its own
        picture(MainWindow::Page::Train, QStringLiteral("2_training"));
        m_heartbeat.start();

        std::int64_t lastStep = 0;
        const QObject whileHere;
        connect(&training, &TrainJob::stepped, &whileHere, [&lastStep](const auto& steps) {
            lastStep = steps.back().step;
        });
        const qsizetype before = static_cast<qsizetype>(training.steps().size());
        QTRY_VERIFY(static_cast<qsizetype>(training.steps().size()) > before);
        const std::int64_t askedIn = lastStep;
        const double asked = test::cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
        training.pause();
        QCOMPARE(training.state(), TrainJob::State::Pausing); // the window answers at once
        QTRY_COMPARE_WITH_TIMEOUT(training.state(), TrainJob::State::Paused, kPatience);
        // All threads together: more than the clock on the wall of an idle machine would show.
        const double answered = test::cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - asked;
        qInfo("pause answered in %.0f ms of all threads, %lld steps later",
              answered,
              static_cast<long long>(lastStep - askedIn));
        QVERIFY(answered <= kLongestPause);
        const int pausedIn = training.lastEpoch();

        training.resume();
        QTRY_VERIFY_WITH_TIMEOUT(training.lastEpoch() > pausedIn, kPatience);
        QElapsedTimer clock;
        clock.start();
        training.stopAndKeep();
        QCOMPARE(training.state(), TrainJob::State::Finishing);
        QTRY_COMPARE_WITH_TIMEOUT(training.state(), TrainJob::State::Done, kPatience);
        qInfo("stopped and calibrated in %lld ms", clock.elapsed());
        expectNoStall("stopping and keeping");
        QCOMPARE(failed.count(), 0);
        QVERIFY(stepped.count() > 0);
        QVERIFY(document().model());
        QVERIFY(QString::fromStdString(document().model()->history.stoppedBecause)
                    .startsWith(QStringLiteral("stopped by the user")));
    }

    void everythingIsScoredAndCompared()
    {
        QVERIFY(document().model());
        m_heartbeat.start();
        QTRY_COMPARE_WITH_TIMEOUT(document().scored().size(), std::size_t{2}, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(document().evaluation(), kPatience);
        expectNoStall("scoring");
        QVERIFY(document().judgement().metrics.recall);
        picture(MainWindow::Page::Train, QStringLiteral("2_trained"));
        document().setCurrentIndex(1);
        picture(MainWindow::Page::Inspect, QStringLiteral("3_inspect"));
    }

    void movingTheThresholdMovesTheNumbersInTheSameFrame()
    {
        const auto confusion = [this] {
            return document().judgement().metrics.confusion;
        };
        const auto alarmsAt = [&](double value) {
            detect::DecisionOptions decision = document().decision();
            decision.policy = {detect::PolicyKind::Manual, value};
            document().setDecision(decision, QStringLiteral("threshold"));
            return confusion().truePositive + confusion().falsePositive;
        };
        const double usual = document().judgement().threshold.value;
        double worst = 0.0;
        std::int64_t before = std::numeric_limits<std::int64_t>::max();
        for (int step = 0; step <= 100; ++step) {
            const double begun = test::cpuMilliseconds();
            const std::int64_t alarms = alarmsAt(usual - 3.0 + 0.06 * step);
            worst = std::max(worst, test::cpuMilliseconds() - begun);
            QVERIFY2(alarms <= before, "a higher threshold never gives more alarms");
            before = alarms;
        }
        document().endGesture();
        qInfo("slowest step of the drag: %.1f ms", worst);
        QVERIFY(worst <= kLongestStall);
        document().undoStack()->undo();
        QCOMPARE(document().judgement().threshold.value, usual);
    }

    void theReportIsExported()
    {
        const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
        QSignalSpy exported(&m_window->reportPage(), &ReportPage::exported);
        m_heartbeat.start();
        m_window->showPage(MainWindow::Page::Report);
        QSignalSpy previewed(&m_window->bench().reports, &ReportJobs::previewed);
        QTRY_COMPARE_WITH_TIMEOUT(previewed.count(), 1, kPatience);
        m_window->reportPage().exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, kPatience);
        expectNoStall("reporting");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        picture(MainWindow::Page::Report, QStringLiteral("4_report"));
    }

    /// The next model was written over the first one's file, which undo brought back by its name:
    /// the session then named the wrong model, and the first one was lost.
    void aModelIsNotWrittenOverByTheNext()
    {
        const pipeline::ModelPtr model = document().model();
        auto next = std::make_shared<pipeline::Model>(*model);
        next->calibration.healthy.rec.front() += 1.0;
        const auto path = m_folder.filePath(QStringLiteral("first.spall")).toStdString();
        QVERIFY(pipeline::saveModel(path, *model).has_value());
        QCOMPARE(freeModelPath(path, *model), path);
        const std::string free = freeModelPath(path, *next);
        QVERIFY(free != path);
        pipeline::Session session;
        session.model = pipeline::SessionFile{path, {}, {}};
        const auto file = m_folder.filePath(QStringLiteral("a.spallsession")).toStdString();
        QCOMPARE(writeSession(file, session, model, free).value_or(""), path);
        QCOMPARE(writeSession(file, session, next, free).value_or(""), free);
    }

    void theSessionComesBackInAnotherWindow()
    {
        const QString path = m_folder.filePath(QStringLiteral("demo.spallsession"));
        QSignalSpy saved(&m_window->bench().sessions, &SessionJobs::saved);
        m_window->showPage(MainWindow::Page::Inspect);
        m_window->inspectPage().timeAxis().show({2.0, 3.0});
        m_heartbeat.start();
        m_window->bench().sessions.save(path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kPatience);
        expectNoStall("saving the session");
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("demo.spall"))));
        const auto labels = document().labels();
        const double threshold = document().judgement().threshold.value;
        const auto confusion = document().judgement().metrics.confusion;

        MainWindow again(*m_settings, m_folder.filePath(QStringLiteral("again")));
        again.show();
        again.open({path});
        QTRY_VERIFY_WITH_TIMEOUT(again.bench().document.scored().size() == 2, kPatience);
        const Document& restored = again.bench().document;
        QCOMPARE(restored.labels(), labels);
        QCOMPARE(restored.judgement().threshold.value, threshold);
        QCOMPARE(restored.judgement().metrics.confusion.truePositive, confusion.truePositive);
        QCOMPARE(restored.judgement().metrics.confusion.falsePositive, confusion.falsePositive);
        QCOMPARE(again.page(), MainWindow::Page::Inspect);
        QCOMPARE(again.inspectPage().timeAxis().view(), (TimeRange{2.0, 3.0}));
        QVERIFY(!again.isWindowModified());
    }

    void cleanupTestCase() { m_window.reset(); }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::WalkTest)
#include "tst_walk.moc"
