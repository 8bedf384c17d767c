// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/write.h"
#include "tests/ui/support/builders.h"
#include "ui/jobs/autosave.h"
#include "ui/jobs/import_jobs.h"
#include "ui/jobs/session_jobs.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <cstdio>

namespace spall::ui {

using pipeline::Role;

namespace {

constexpr const char* kVictim = "SPALL_TEST_VICTIM"; ///< set: be the program that is killed

/// Everything that a session needs, with its files in one folder.
struct Desk {
    explicit Desk(const QString& folder)
        : imports(document, runner, folder),
          sessions(document, runner),
          autosave(document, sessions, folder + QStringLiteral("/recovery"))
    {
    }
    Document document;
    JobRunner runner;
    ImportJobs imports;
    SessionJobs sessions;
    Autosave autosave;
};

void writeRecording(const QString& path, double seed)
{
    signal::Recording recording = *test::recording(path.toStdString(), 4000);
    for (double& sample : recording.channels[0].samples.edit()) {
        sample += seed;
    }
    recording.rate.source = signal::Source::File;
    const auto written = io::writeMat(path.toStdString(), recording);
    QVERIFY2(written, written ? "" : sentence(written.error()).c_str());
}

/// Opens two recordings and changes all that can be changed.
void work(Desk& desk, const QString& folder)
{
    writeRecording(folder + QStringLiteral("/a.mat"), 1.0);
    writeRecording(folder + QStringLiteral("/b.mat"), 2.0);
    desk.imports.open({folder + QStringLiteral("/a.mat"), folder + QStringLiteral("/b.mat")});
    QTRY_COMPARE(desk.document.entries().size(), std::size_t{2});
    desk.document.setRole(0, Role::Healthy);
    desk.document.setRole(1, Role::Faulty);
    desk.imports.stateRate(1, Hertz{48000.0});
    QTRY_COMPARE(desk.document.entries()[1].input.recording->rate.value.value, 48000.0);
    desk.document.setLabels({{"b.mat", {10, 200}, "rub"}}, QStringLiteral("label"));
    detect::DecisionOptions decision;
    decision.lambda = 0.25;
    desk.document.setDecision(decision, QStringLiteral("lambda"));
    pipeline::TrainSettings settings;
    settings.epochs = 11;
    desk.document.setTrainSettings(settings, QStringLiteral("epochs"));
    desk.document.setBearing(*signal::parseBearing("9,7.94,39.04,0"));
    desk.document.setSpeed(1, Rpm{1234.0});
    desk.document.setReportNames({"Monthly walk", "Pump 7"});
    desk.document.setCurrentIndex(1);
}

void checkWork(const Document& document)
{
    QCOMPARE(document.entries().size(), std::size_t{2});
    QCOMPARE(document.entries()[0].input.role, Role::Healthy);
    QCOMPARE(document.entries()[1].input.role, Role::Faulty);
    QCOMPARE(document.entries()[1].input.recording->rate.value.value, 48000.0);
    QCOMPARE(document.labels(), (std::vector<io::Label>{{"b.mat", {10, 200}, "rub"}}));
    QCOMPARE(document.decision().lambda, 0.25);
    QCOMPARE(document.trainSettings().epochs, 11);
    QVERIFY(document.bearing() && document.bearing()->elementDiameter == 7.94);
    QVERIFY(document.entries()[1].statedSpeed == Rpm{1234.0});
    QCOMPARE(document.reportNames(), (pipeline::ReportNames{"Monthly walk", "Pump 7"}));
    QCOMPARE(document.currentIndex(), 1);
}

} // namespace

class SessionJobsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder->filePath(QLatin1String(name));
    }

    void save(Desk& desk, const QString& file)
    {
        QSignalSpy saved(&desk.sessions, &SessionJobs::saved);
        desk.sessions.save(file);
        QTRY_COMPARE(saved.count(), 1);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSavedSessionOpensAsItWas()
    {
        Desk desk(m_folder->path());
        work(desk, m_folder->path());
        QVERIFY(!desk.document.undoStack()->isClean());
        desk.sessions.setViewSource([] { return SessionJobs::ViewState{{"page", "2"}}; });
        save(desk, path("s.spallsession"));
        QVERIFY(desk.document.undoStack()->isClean());

        Desk again(m_folder->path());
        QSignalSpy opened(&again.sessions, &SessionJobs::opened);
        SessionJobs::ViewState view;
        connect(&again.sessions, &SessionJobs::viewRestored, this, [&view](const auto& restored) {
            view = restored;
        });
        again.sessions.open(path("s.spallsession"));
        QTRY_COMPARE(opened.count(), 1);
        checkWork(again.document);
        QCOMPARE(view["page"], std::string("2"));
        QCOMPARE(again.sessions.path(), path("s.spallsession"));
        QVERIFY(again.document.undoStack()->isClean());
    }

    /// The scale that an engineer had stated was lost, and the session opened with other numbers.
    void whatWasStatedOfAFileIsReadSoAgain()
    {
        Desk desk(m_folder->path());
        writeRecording(path("a.mat"), 1.0);
        desk.imports.open({path("a.mat")});
        QTRY_COMPARE(desk.document.entries().size(), std::size_t{1});
        io::ImportChoice choice;
        choice.scale = 9.81;
        choice.unit = "m/s²";
        choice.shaftSpeed = Rpm{600.0};
        desk.imports.readAgain(0, {}, choice);
        QTRY_VERIFY(desk.document.entries()[0].choice == choice);
        save(desk, path("s.spallsession"));
        const signal::Recording stated = *desk.document.entries()[0].input.recording;
        const auto isStated = [&stated, &choice](const Document& document) {
            QVERIFY(document.entries()[0].choice == choice);
            const signal::Recording& read = *document.entries()[0].input.recording;
            QCOMPARE(read.channels[0].samples, stated.channels[0].samples);
            QCOMPARE(read.channels[0].unit, std::string("m/s²"));
            QVERIFY(read.shaftSpeed && read.shaftSpeed->value == Rpm{600.0});
        };

        Desk again(m_folder->path());
        again.sessions.open(path("s.spallsession"));
        QTRY_COMPARE(again.document.entries().size(), std::size_t{1});
        isStated(again.document);

        QVERIFY(QFile::rename(path("a.mat"), path("moved.mat")));
        Desk found(m_folder->path());
        found.sessions.open(path("s.spallsession"));
        QTRY_COMPARE(found.sessions.missing().size(), std::size_t{1});
        found.sessions.find({path("moved.mat")});
        QTRY_COMPARE(found.document.entries().size(), std::size_t{1});
        isStated(found.document);
    }

    void movedFilesAreAskedForAndFoundByTheirContent()
    {
        Desk desk(m_folder->path());
        work(desk, m_folder->path());
        save(desk, path("s.spallsession"));
        QVERIFY(QFile::rename(path("b.mat"), path("renamed.mat")));
        writeRecording(path("a.mat"), 7.0); // another content under the old name

        Desk again(m_folder->path());
        QSignalSpy opened(&again.sessions, &SessionJobs::opened);
        again.sessions.open(path("s.spallsession"));
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(again.document.entries().empty());
        QCOMPARE(again.sessions.missing().size(), std::size_t{2});
        QCOMPARE(again.sessions.missing()[0].why, MissingFile::Why::Changed);
        QCOMPARE(again.sessions.missing()[1].why, MissingFile::Why::Gone);
        // Saved as it is now, the session still knows both.
        QCOMPARE(again.sessions.snapshot().recordings.size(), std::size_t{2});

        again.sessions.find({path("renamed.mat"), path("a.mat")});
        QTRY_VERIFY(again.sessions.missing().empty());
        QCOMPARE(again.document.entries()[0].input.role, Role::Faulty);
        QCOMPARE(again.document.entries()[0].input.recording->rate.value.value, 48000.0);
        QCOMPARE(again.document.entries()[1].input.role, Role::Healthy);
    }

    void aFileThatNobodyMissesIsRefused()
    {
        Desk desk(m_folder->path());
        writeRecording(path("a.mat"), 1.0);
        QSignalSpy failed(&desk.sessions, &SessionJobs::failed);
        desk.sessions.find({path("a.mat")});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(desk.document.entries().empty());
    }

    void aDamagedSessionLeavesTheOpenOneAlone()
    {
        Desk desk(m_folder->path());
        work(desk, m_folder->path());
        QFile file(path("bad.spallsession"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"kind\": \"spall session\", \"version\": 1}");
        file.close();
        QSignalSpy failed(&desk.sessions, &SessionJobs::failed);
        desk.sessions.open(path("bad.spallsession"));
        QTRY_COMPARE(failed.count(), 1);
        checkWork(desk.document);
    }

    void anUnsavedSessionThatGivesWayIsKept()
    {
        Desk desk(m_folder->path());
        work(desk, m_folder->path());
        QSignalSpy setAside(&desk.autosave, &Autosave::setAside);
        desk.sessions.startNew();
        QVERIFY(desk.document.entries().empty());
        QTRY_COMPARE(setAside.count(), 1);
        const auto lost = desk.autosave.lost();
        QVERIFY(lost && lost->wasClosed);
        desk.autosave.bringBack(*lost);
        QTRY_COMPARE(desk.document.entries().size(), std::size_t{2});
        checkWork(desk.document);
        QVERIFY(!desk.document.undoStack()->isClean()); // there is no file of it yet
    }

    void closingKeepsWhatWasNotSavedAndNothingElse()
    {
        {
            Desk desk(m_folder->path());
            work(desk, m_folder->path());
            save(desk, path("s.spallsession"));
            desk.autosave.close();
        }
        QVERIFY(!Desk(m_folder->path()).autosave.lost());
        {
            Desk desk(m_folder->path());
            work(desk, m_folder->path());
            desk.autosave.close();
        }
        Desk next(m_folder->path());
        const auto lost = next.autosave.lost();
        QVERIFY(lost && lost->wasClosed && lost->originalPath.isEmpty());
        next.autosave.throwAway(*lost);
        QVERIFY(!next.autosave.lost());
    }

    /// The only copy of a session went although it could not be read (the memory had run out).
    void aCopyThatCouldNotBeBroughtBackStays()
    {
        {
            Desk desk(m_folder->path());
            work(desk, m_folder->path());
            desk.autosave.close();
        }
        Desk next(m_folder->path());
        const auto lost = next.autosave.lost();
        QVERIFY(lost);
        QVERIFY(QFile::rename(lost->copy, path("aside")));
        QSignalSpy failed(&next.sessions, &SessionJobs::failed);
        next.autosave.bringBack(*lost);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(QFile::rename(path("aside"), lost->copy));
        next.autosave.close();
        QVERIFY(QFile::exists(lost->copy));
    }

    /// Saved and closed while a copy was being written: the copy came after its removal, and the
    /// next start offered a session that was not lost.
    void aCopyThatIsBeingWrittenGoesWithTheOthers()
    {
        Desk desk(m_folder->path());
        QSignalSpy written(&desk.autosave, &Autosave::written);
        work(desk, m_folder->path());
        const QFileInfo copy(desk.autosave.copyPath());
        const QString lock =
            copy.path() + QLatin1Char('/') + copy.completeBaseName() + QLatin1String(".lock");
        desk.autosave.setDelay(0);
        while (!QFile::exists(lock)) { // it is there once the writing has begun
            QCoreApplication::processEvents();
        }
        desk.document.undoStack()->setClean();
        desk.autosave.close();
        QTRY_VERIFY(written.count() > 0);
        QVERIFY(!QFile::exists(desk.autosave.copyPath()));
    }

    void aCopyInUseIsNotOffered()
    {
        Desk desk(m_folder->path());
        desk.autosave.setDelay(0);
        QSignalSpy written(&desk.autosave, &Autosave::written);
        work(desk, m_folder->path());
        QTRY_VERIFY(written.count() > 0);
        QVERIFY(!Desk(m_folder->path()).autosave.lost());
    }

    void whatAKilledProgramHadIsOfferedToTheNext()
    {
        QProcess victim;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(kVictim), m_folder->path());
        victim.setProcessEnvironment(environment);
        victim.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(victim.waitForStarted());
        QVERIFY(victim.waitForReadyRead(30000));          // it says so once the copy is written
        QVERIFY(!Desk(m_folder->path()).autosave.lost()); // it lives
        victim.kill();
        QVERIFY(victim.waitForFinished());
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);

        Desk next(m_folder->path());
        next.autosave.setDelay(0);
        const auto lost = next.autosave.lost();
        QVERIFY(lost && !lost->wasClosed);
        QSignalSpy written(&next.autosave, &Autosave::written);
        next.autosave.bringBack(*lost);
        QTRY_COMPARE(next.document.entries().size(), std::size_t{2});
        checkWork(next.document);
        QTRY_VERIFY(written.count() > 0);    // now it is in our own copy …
        QVERIFY(!QFile::exists(lost->copy)); // … and the old one is not offered again
    }
};

/// Works, waits until the copy is written, says so, and waits for its end.
int beVictim(const QString& folder)
{
    Desk desk(folder);
    desk.autosave.setDelay(0);
    work(desk, folder);
    QObject::connect(&desk.autosave, &Autosave::written, [&desk] {
        if (pipeline::loadSession(desk.autosave.copyPath().toStdString())->training.epochs == 11) {
            std::puts("written");
            std::fflush(stdout);
        }
    });
    return QCoreApplication::exec();
}

} // namespace spall::ui

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(spall::ui::kVictim)) {
        return spall::ui::beVictim(qEnvironmentVariable(spall::ui::kVictim));
    }
    spall::ui::SessionJobsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_session_jobs.moc"
