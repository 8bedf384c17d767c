// SPDX-License-Identifier: GPL-3.0-or-later
// What is on its way when the session, the model or the recordings change.
#include "tests/ui/panels/sample_session.h"
#include "ui/jobs/workbench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace spall::ui {

class LeftBehindTest : public QObject {
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        SettingsStore settings{folder.filePath(QStringLiteral("settings.ini"))};
        Workbench bench{settings, folder.path()};
    };

private Q_SLOTS:
    /// The model of a training was put into the session that had been opened meanwhile.
    void aTrainingStaysWithItsSession()
    {
        Bench made;
        Workbench& bench = made.bench;
        test::fillSample(bench.document, test::Upto::Opened);
        bench.training.start({});
        QVERIFY(bench.training.isActive());
        bench.sessions.startNew();
        QCOMPARE(bench.training.state(), TrainJob::State::Idle);
        QVERIFY(bench.training.steps().empty());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.analysis.isBusy(), 60000);
        QVERIFY(!bench.document.model());
    }

    /// The planted faults of one model were shown, and reported, as those of the next.
    void plantedFaultsStayWithTheirModel()
    {
        Bench made;
        Workbench& bench = made.bench;
        test::fillSample(bench.document, test::Upto::Scored);
        bench.detectability.start(DetectabilityJob::Faults::Synthetic, {});
        QVERIFY(bench.detectability.isRunning());
        bench.document.setModel(nullptr);
        QVERIFY(!bench.detectability.isRunning());
        QSignalSpy done(&bench.detectability, &DetectabilityJob::done);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.analysis.isBusy(), 60000);
        QCOMPARE(done.count(), 0);
        QVERIFY(bench.detectability.results().empty());
    }

    /// A new session took over the name of the one that was still being saved, and the next save
    /// wrote over its file.
    void aNewSessionHasNoName()
    {
        Bench made;
        Workbench& bench = made.bench;
        test::fillSample(bench.document, test::Upto::Opened);
        const QString file = made.folder.filePath(QStringLiteral("pump.spallsession"));
        QSignalSpy saved(&bench.sessions, &SessionJobs::saved);
        bench.sessions.save(file);
        bench.sessions.startNew();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(QFile::exists(file));
        QVERIFY(bench.sessions.path().isEmpty());
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::LeftBehindTest)
#include "tst_left_behind.moc"
