// SPDX-License-Identifier: GPL-3.0-or-later
// What is on its way when the session, the model or the recordings change.
#include "tests/ui/panels/sample_session.h"
#include "ui/jobs/workbench.h"
#include "ui/jobs/write_session.h"

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

    /// The next model was written over the first one's file, which undo brought back by its name:
    /// the session then named the wrong model, and the first one was lost.
    void aModelIsNotWrittenOverByTheNext()
    {
        Bench made;
        Document& document = made.bench.document;
        test::fillSample(document, test::Upto::Scored);
        const pipeline::ModelPtr first = document.model();
        auto next = std::make_shared<pipeline::Model>(*first);
        next->calibration.healthy.rec.front() += 1.0;
        const auto path = made.folder.filePath(QStringLiteral("pump.spall")).toStdString();
        QVERIFY(pipeline::saveModel(path, *first).has_value());
        QCOMPARE(freeModelPath(path, *first), path);
        const std::string free = freeModelPath(path, *next);
        QVERIFY(free != path);

        pipeline::Session session;
        session.model = pipeline::SessionFile{path, {}, {}};
        const auto file = made.folder.filePath(QStringLiteral("a.spallsession")).toStdString();
        QCOMPARE(writeSession(file, session, first, free).value_or(""), path);
        QCOMPARE(writeSession(file, session, next, free).value_or(""), free);
        const auto kept = pipeline::loadModel(path);
        QVERIFY(kept.has_value());
        QVERIFY((*kept)->calibration.healthy.rec == first->calibration.healthy.rec);
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
