// SPDX-License-Identifier: GPL-3.0-or-later
// The whole walk on the demo with the real worker thread: open, train, pause, inspect, move the
// threshold, export. Leaves a picture of each page in the build folder.
#include "tests/ui/support/heartbeat.h"
#include "ui/pages/report_page.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace spall::ui {

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
        QTRY_COMPARE_WITH_TIMEOUT(document().entries().size(), std::size_t{2}, 30000);
        QTRY_VERIFY(!m_window->bench().reading.isBusy());
        qInfo("longest stall while opening: %lld ms", m_heartbeat.stop());
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
        QTRY_VERIFY_WITH_TIMEOUT(training.lastEpoch() >= 2, 120000);
        const qint64 stall = m_heartbeat.stop(); // taking pictures stalls on its own
        picture(MainWindow::Page::Train, QStringLiteral("2_training"));
        m_heartbeat.start();

        QElapsedTimer clock;
        clock.start();
        training.pause();
        QCOMPARE(training.state(), TrainJob::State::Pausing); // the window answers at once
        QTRY_COMPARE_WITH_TIMEOUT(training.state(), TrainJob::State::Paused, 30000);
        const qint64 answered = clock.elapsed();
        const int pausedIn = training.lastEpoch();
        qInfo("pause answered in %lld ms", answered);

        training.resume();
        QTRY_VERIFY_WITH_TIMEOUT(training.lastEpoch() > pausedIn, 60000);
        clock.restart();
        training.stopAndKeep();
        QTRY_COMPARE_WITH_TIMEOUT(training.state(), TrainJob::State::Done, 600000);
        qInfo("stopped and calibrated in %lld ms", clock.elapsed());
        qInfo("longest stall while training: %lld ms", std::max(stall, m_heartbeat.stop()));
        QCOMPARE(failed.count(), 0);
        QVERIFY(stepped.count() > 0);
        QVERIFY(document().model());
    }

    void everythingIsScoredAndCompared()
    {
        QVERIFY(document().model());
        m_heartbeat.start();
        QTRY_COMPARE_WITH_TIMEOUT(document().scored().size(), std::size_t{2}, 120000);
        QTRY_VERIFY_WITH_TIMEOUT(document().evaluation(), 60000);
        qInfo("longest stall while scoring: %lld ms", m_heartbeat.stop());
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
        QElapsedTimer clock;
        clock.start();
        qint64 worst = 0;
        std::int64_t before = std::numeric_limits<std::int64_t>::max();
        for (int step = 0; step <= 100; ++step) {
            clock.restart();
            const std::int64_t alarms = alarmsAt(usual - 3.0 + 0.06 * step);
            worst = std::max(worst, clock.elapsed());
            QVERIFY2(alarms <= before, "a higher threshold never gives more alarms");
            before = alarms;
        }
        document().endGesture();
        qInfo("slowest step of the drag: %lld ms", worst);
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
        QTRY_COMPARE_WITH_TIMEOUT(previewed.count(), 1, 60000);
        m_window->reportPage().exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, 60000);
        qInfo("longest stall while reporting: %lld ms", m_heartbeat.stop());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        picture(MainWindow::Page::Report, QStringLiteral("4_report"));
    }

    void cleanupTestCase() { m_window.reset(); }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::WalkTest)
#include "tst_walk.moc"
