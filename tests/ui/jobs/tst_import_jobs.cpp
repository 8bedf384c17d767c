// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/import_jobs.h"
#include "ui/jobs/opened_recording.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace spall::ui {

class ImportJobsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fileNamesSpeakOfRoles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("role");
        const auto row = [](const char* name, pipeline::Role role) {
            QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(role);
        };
        row("normal_0_97.mat", pipeline::Role::Healthy);
        row("folder/Baseline run.csv", pipeline::Role::Healthy);
        row("IR007_0_105.mat", pipeline::Role::Faulty);
        row("OR014@6_0_197.mat", pipeline::Role::Faulty);
        row("B007_0_118.mat", pipeline::Role::Faulty);
        row("12k_Drive_End_IR007_0_105.mat", pipeline::Role::Faulty);
        row("rig2-outer_race.wav", pipeline::Role::Faulty);
        row("fault_normal_speed.csv", pipeline::Role::Faulty);
        row("no_fault_load3.csv", pipeline::Role::Healthy);
        row("undamaged K001.mat", pipeline::Role::Healthy);
        row("ADOR2021.csv", pipeline::Role::Unknown);
        row("AB123.csv", pipeline::Role::Unknown);
        row("Bearing1_3.csv", pipeline::Role::Unknown);
        row("normal folder/105.mat", pipeline::Role::Unknown);
    }
    void fileNamesSpeakOfRoles()
    {
        QFETCH(QString, name);
        QFETCH(int, role);
        QCOMPARE(static_cast<int>(roleFromName(name)), role);
    }

    void theDemoOpensBothRecordingsWithLabels()
    {
        const QTemporaryDir folder;
        Document document;
        JobRunner runner;
        ImportJobs imports(document, runner, folder.path());
        QSignalSpy failed(&imports, &ImportJobs::failed);
        imports.openDemo();
        QTRY_COMPARE_WITH_TIMEOUT(document.entries().size(), std::size_t{2}, 30000);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(document.entries()[0].input.role, pipeline::Role::Healthy);
        QCOMPARE(document.entries()[1].input.role, pipeline::Role::Faulty);
        QCOMPARE(document.labels().size(), std::size_t{3});
        QCOMPARE(QString::fromStdString(document.labels()[0].file), document.entries()[0].name);
        QCOMPARE(QString::fromStdString(document.labels()[2].file), document.entries()[1].name);
        QVERIFY(document.entries()[0].preview->statistics.rms > 0.0);
        QCOMPARE(document.undoStack()->count(), 1); // one click, one step
        document.undoStack()->undo();
        QVERIFY(document.entries().empty());
        QVERIFY(document.labels().empty());
    }

    void aFileThatIsNoRecordingIsRefusedWithASentence()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("empty.mat"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        Document document;
        JobRunner runner;
        ImportJobs imports(document, runner, folder.path());
        std::vector<Error> errors;
        connect(&imports, &ImportJobs::failed, this, [&errors](const QString&, const Error& error) {
            errors.push_back(error);
        });
        imports.open({path, folder.filePath(QStringLiteral("missing.mat"))});
        QTRY_COMPARE(errors.size(), std::size_t{2});
        for (const Error& error : errors) {
            QVERIFY(!error.what.empty());
        }
        QVERIFY(document.entries().empty());
    }

    void severalFilesAreReadAtOnceInTheirOrder()
    {
        const QTemporaryDir folder;
        Document document;
        JobRunner runner;
        ImportJobs imports(document, runner, folder.path());
        QSignalSpy opened(&imports, &ImportJobs::opened);
        QSignalSpy failed(&imports, &ImportJobs::failed);
        imports.open({fixture("two_segments.tdms"),
                      fixture("missing.npy"),
                      fixture("segments.lvm"),
                      fixture("text.uff")});
        QTRY_COMPARE(opened.count() + failed.count(), 4);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(document.entries().size(), std::size_t{3});
        QCOMPARE(document.entries()[0].name, QStringLiteral("two_segments.tdms"));
        QCOMPARE(document.entries()[2].name, QStringLiteral("text.uff"));
        QCOMPARE(document.currentIndex(), 0);
        imports.open({fixture("noise.flac")});
        QTRY_COMPARE(document.currentIndex(), 3); // what was opened last is what is looked at
    }

    void whatIsStatedReplacesTheRecordingAndIsRemembered()
    {
        const QTemporaryDir folder;
        Document document;
        JobRunner runner;
        ImportJobs imports(document, runner, folder.path());
        imports.open({fixture("noise.flac")});
        QTRY_COMPARE(document.entries().size(), std::size_t{1});
        const double before = document.entries()[0].input.recording->channels[1].samples[5];
        const io::ImportChoice choice{"channel 2", Hertz{5000}, Rpm{900}, 2.0, "g"};
        imports.remember(0, choice);
        imports.readAgain(0, {}, choice);
        QTRY_COMPARE(document.entries()[0].input.channel, 1);
        QCOMPARE(document.entries().size(), std::size_t{1});
        const auto& recording = *document.entries()[0].input.recording;
        QCOMPARE(recording.rate.value.value, 5000.0);
        QCOMPARE(recording.channels[1].samples[5], 2.0 * before);
        // The next file of the kind is read the same way, by another session too.
        ImportJobs others(document, runner, folder.path());
        others.open({fixture("noise.flac")});
        QTRY_COMPARE(document.entries().size(), std::size_t{2});
        QCOMPARE(document.entries()[1].input.recording->shaftSpeed->value.value, 900.0);
        QCOMPARE(document.entries()[1].input.channel, 1);
    }

    /// It went to the end of the list, and another was selected.
    void aRecordingThatIsReadAgainKeepsItsPlaceAndTheSelection()
    {
        const QTemporaryDir folder;
        Document document;
        JobRunner runner;
        ImportJobs imports(document, runner, folder.path());
        imports.open({fixture("two_segments.tdms"), fixture("segments.lvm"), fixture("text.uff")});
        QTRY_COMPARE(document.entries().size(), std::size_t{3});
        document.setCurrentIndex(1);
        const auto before = document.entries()[1].input.recording;
        io::ImportChoice choice;
        choice.rate = Hertz{5000};
        imports.readAgain(1, {}, choice);
        QTRY_VERIFY(document.entries()[1].input.recording != before);
        QCOMPARE(document.entries()[1].input.recording->rate.value.value, 5000.0);
        QCOMPARE(document.entries()[1].name, QStringLiteral("segments.lvm"));
        QCOMPARE(document.entries().size(), std::size_t{3});
        QCOMPARE(document.currentIndex(), 1);
        document.undoStack()->undo();
        QCOMPARE(document.entries()[1].input.recording, before);
    }

private:
    static QString fixture(const char* name)
    {
        return QStringLiteral(SPALL_SOURCE_DIR "/tests/data/io/") + QString::fromLatin1(name);
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::ImportJobsTest)
#include "tst_import_jobs.moc"
