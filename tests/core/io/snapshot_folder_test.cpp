// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/snapshot_folder.h"
#include "core/signal/condition.h"
#include "core/signal/windows.h"
#include "tests/core/io/io_fixture.h"

#include <QtEndian>
#include <QtTest>

#include <algorithm>

namespace spall::io {

class SnapshotFolderTest : public QObject {
    Q_OBJECT

private:
    static QByteArray femto(int hour, int minute, int second, double value, int rows = 256)
    {
        QByteArray text;
        for (int i = 0; i < rows; ++i) {
            const int micros = static_cast<int>(i * 1e6 / 25'600.0);
            text += QStringLiteral("%1,%2,%3,%4,%5,0.25\n")
                        .arg(hour)
                        .arg(minute)
                        .arg(second)
                        .arg(micros)
                        .arg(value + i % 7)
                        .toUtf8();
        }
        return text;
    }

    static QByteArray columns(const QByteArray& heading, const QByteArray& row, int rows = 200)
    {
        QByteArray text = heading;
        for (int i = 0; i < rows; ++i) {
            text += row;
            text.replace("%", QByteArray::number((i * 37 % 101 - 50) / 64.0));
        }
        return text;
    }

    template <typename T> static QByteArray little(T value)
    {
        QByteArray bytes(sizeof value, Qt::Uninitialized);
        qToLittleEndian(value, bytes.data());
        return bytes;
    }

    /// 200 samples of 16 bits.
    static QByteArray wav(quint32 rate)
    {
        constexpr quint32 kBytes = 400;
        QByteArray bytes = "RIFF" + little<quint32>(kBytes + 36) + "WAVEfmt " +
                           little<quint32>(16) + little<quint16>(1) + little<quint16>(1) +
                           little(rate) + little(rate * 2) + little<quint16>(2) +
                           little<quint16>(16) + "data" + little(kBytes);
        for (int i = 0; i < 200; ++i) {
            bytes += little(static_cast<qint16>(i * 37 % 101 * 100));
        }
        return bytes;
    }

    static int timesTold(const signal::Recording& recording, const char* part)
    {
        return static_cast<int>(std::count_if(
            recording.warnings.begin(), recording.warnings.end(), [&](const std::string& warning) {
                return warning.find(part) != std::string::npos;
            }));
    }

private Q_SLOTS:
    void clocksInTheFilesGiveTheTimes()
    {
        TestFolder folder;
        folder.write("acc_00002.csv", femto(23, 59, 59, 2.0));
        folder.write("acc_00001.csv", femto(23, 59, 49, 1.0));
        folder.write("acc_00010.csv", femto(0, 0, 9, 3.0)); // behind midnight
        folder.write("temp_00001.csv", QByteArray{"9;1;2;0;20\n"}.repeated(4));
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{768});
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QCOMPARE((*read)->snapshots.size(), std::size_t{3});
        QCOMPARE((*read)->snapshots[1].file, std::string{"acc_00002.csv"});
        QCOMPARE((*read)->snapshots[1].first, SampleIndex{256});
        QCOMPARE((*read)->snapshots[1].start.value, 10.0);
        QCOMPARE((*read)->snapshots[2].start.value, 20.0);
        QCOMPARE((*read)->channels[0].samples[256], 2.0);
        QCOMPARE((*read)->provenance.sha256.size(), std::size_t{64});
    }

    void datesInTheNamesGiveTheTimes()
    {
        TestFolder folder;
        folder.write("2003.10.22.23.56.24", columns({}, "%\t0.1\t%\t%\n"));
        folder.write("2003.10.23.00.06.24", columns({}, "%\t0.1\t%\t%\n"));
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{4});
        QCOMPARE((*read)->snapshots.back().start.value, 600.0);
    }

    void namesInNumbersAreSortedAsNumbers()
    {
        TestFolder folder;
        const QByteArray heading = "Horizontal_vibration_signals,Vertical_vibration_signals\n";
        for (const char* name : {"10.csv", "2.csv", "1.csv"}) {
            folder.write(name, columns(heading, "%,%\n"));
        }
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->snapshots[2].file, std::string{"10.csv"});
        QCOMPARE((*read)->snapshots[2].start.value, 9.0 * 60.0); // one file a minute
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QCOMPARE((*read)->rate.source, signal::Source::Name);
    }

    void whatDoesNotBelongIsLeftOutWithAWarning()
    {
        TestFolder folder;
        folder.write("acc_1.csv", femto(1, 0, 0, 1.0));
        folder.write("acc_2.csv", "no numbers\nat all\n");
        folder.write("acc_3.csv", femto(1, 0, 20, 1.0));
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->snapshots.size(), std::size_t{2});
        QVERIFY(QString::fromStdString((*read)->warnings.front()).contains("acc_2.csv"));
    }

    void otherFoldersAreRefused()
    {
        TestFolder folder;
        folder.write("a.csv", femto(1, 0, 0, 1.0));
        folder.write("b.txt", "x\n");
        const auto read = readFrom(folder.path("."));
        QVERIFY(!read);
        QVERIFY2(sentenceOf(read).contains("holds no run"), qPrintable(sentenceOf(read)));
    }

    /// The second of four files of 4096 values "began after 4096 s": the rate in the files was not
    /// looked at where they have no column of times.
    void snapshotsWithARateAndNoTimesStandBehindEachOther()
    {
        TestFolder folder;
        const QByteArray heading = "Sample rate: 2000 Hz\nacc\n";
        folder.write("run_0.csv", columns(heading, "%\n"));
        folder.write("run_1.csv", columns(heading, "%\n"));
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 2000.0);
        QCOMPARE((*read)->snapshots[1].start.value, 0.1);

        TestFolder bare;
        bare.write("run_0.csv", columns({}, "%\n"));
        bare.write("run_1.csv", columns({}, "%\n"));
        const auto guessed = readFrom(bare.path("."));
        QVERIFY2(guessed, qPrintable(sentenceOf(guessed)));
        QCOMPARE((*guessed)->snapshots[1].start.value, 200.0 / (*guessed)->rate.value.value);
        const auto& warnings = (*guessed)->warnings;
        QVERIFY(std::any_of(warnings.begin(), warnings.end(), [](const std::string& warning) {
            return warning.starts_with("When the snapshots were taken is not known");
        }));
    }

    /// Times that went on from file to file were cut to those of the first.
    void timesThatGoOnFromFileToFileGiveTheTimes()
    {
        TestFolder folder;
        for (int file = 0; file < 3; ++file) {
            QByteArray text = "time,acc\n";
            for (int i = 0; i < 200; ++i) {
                text += QByteArray::number(10.0 * file + i / 1000.0, 'f', 4) + ',' +
                        QByteArray::number(i * 37 % 101) + '\n';
            }
            folder.write(qPrintable(QStringLiteral("rec_%1.csv").arg(file)), text);
        }
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 1000.0);
        QCOMPARE((*read)->snapshots[2].start.value, 20.0);
    }

    /// WAV files of 12, 48 and 48 kHz became one recording at 12 kHz without a word: only rates
    /// that stand beside a signal were compared, none of a whole file.
    void snapshotsOfAnotherRateAreLeftOut()
    {
        TestFolder folder;
        folder.write("run_1.wav", wav(12'000));
        folder.write("run_2.wav", wav(48'000));
        folder.write("run_3.wav", wav(12'000));
        folder.write("run_4.wav", wav(48'000));
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 12'000.0);
        QCOMPARE((*read)->snapshots.size(), std::size_t{2});
        QCOMPARE((*read)->snapshots[1].file, std::string{"run_3.wav"});
        QCOMPARE(timesTold(**read, "have another rate: run_2.wav, run_4.wav."), 1);
    }

    void snapshotsOfAnotherRateAreLeftOutOfEveryFormat_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        const auto timed = [](int rate) {
            QByteArray text = "time,acc\n";
            for (int i = 0; i < 200; ++i) {
                text += QByteArray::number(static_cast<double>(i) / rate, 'f', 7) + ',' +
                        QByteArray::number(i * 37 % 101) + '\n';
            }
            return text;
        };
        QTest::newRow("a line in front") << columns("Sample rate: 2000 Hz\nacc\n", "%\n")
                                         << columns("Sample rate: 4000 Hz\nacc\n", "%\n");
        QTest::newRow("times") << timed(2000) << timed(4000);
        QTest::newRow("both") << columns("Sample rate: 2000 Hz\nacc\n", "%\n") << timed(4000);
    }

    void snapshotsOfAnotherRateAreLeftOutOfEveryFormat()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        TestFolder folder;
        folder.write("run_1.csv", first);
        folder.write("run_2.csv", first);
        folder.write("run_3.csv", second);
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 2000.0);
        QCOMPARE((*read)->snapshots.size(), std::size_t{2});
        QCOMPARE(timesTold(**read, "another rate: run_3.csv"), 1);
    }

    /// Where only the first file stated no rate, that of all the others was not used.
    void theFirstRateThatIsStatedIsThatOfTheRun()
    {
        TestFolder folder;
        folder.write("run_1.csv", columns("acc\n", "%\n"));
        folder.write("run_2.csv", columns("Sample rate: 2000 Hz\nacc\n", "%\n"));
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 2000.0);
        QCOMPARE((*read)->snapshots.size(), std::size_t{2});
    }

    /// What was wrong with any file but the first was not told.
    void warningsOfLaterFilesAreToldOnce()
    {
        TestFolder folder;
        const QByteArray rows = columns("acc\n", "%\n");
        folder.write("run_1.csv", rows);
        folder.write("run_2.csv", rows + "\nMean of all\n");
        folder.write("run_3.csv", rows + "\nMean of all\n");
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->snapshots.size(), std::size_t{3});
        QCOMPARE(timesTold(**read, "In run_2.csv: "), 1);
        QCOMPARE(timesTold(**read, "In run_3.csv: "), 0);

        TestFolder sounds;
        sounds.write("run_1.wav", wav(12'000));
        sounds.write("run_2.wav", wav(12'000));
        const auto heard = readFrom(sounds.path("."));
        QVERIFY2(heard, qPrintable(sentenceOf(heard)));
        QCOMPARE(timesTold(**heard, "The scale is unknown"), 1);
    }

    /// A folder with one recording was refused; an empty one and one of folders "held no run".
    void foldersWithoutARunAreOpenedOrNamed()
    {
        TestFolder one;
        one.write("rec.csv", femto(1, 0, 0, 1.0));
        const auto read = readFrom(one.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{256});
        QVERIFY((*read)->snapshots.empty());

        TestFolder outer;
        QVERIFY2(sentenceOf(readFrom(outer.path("."))).contains("is empty"),
                 qPrintable(sentenceOf(readFrom(outer.path(".")))));
        std::filesystem::create_directory(outer.path("Bearing1_2"));
        std::filesystem::create_directory(outer.path("Bearing1_1"));
        const auto nested = readFrom(outer.path("."));
        QVERIFY2(sentenceOf(nested).contains("folders: Bearing1_1, Bearing1_2"),
                 qPrintable(sentenceOf(nested)));
    }

    /// Of acc_1, acc_2, temp_1 and temp_2 two were read and nobody was told.
    void filesThatAreNoPartOfTheRunAreCounted()
    {
        TestFolder folder;
        folder.write("acc_1.csv", femto(1, 0, 0, 1.0));
        folder.write("acc_2.csv", femto(1, 0, 10, 1.0));
        folder.write("temp_1.csv", "1\n");
        folder.write("temp_2.csv", "1\n");
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QVERIFY2(QString::fromStdString((*read)->warnings.front()).contains("(2): temp_1.csv"),
                 (*read)->warnings.front().c_str());
    }

    /// A window over a joint would hold a step that no bearing made.
    void noWindowJoinsTwoSnapshots()
    {
        TestFolder folder;
        for (int i = 1; i < 4; ++i) {
            folder.write(qPrintable(QStringLiteral("acc_%1.csv").arg(i)), femto(1, 0, 10 * i, i));
        }
        const auto read = readFrom(folder.path("."));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        const auto windows = signal::cutWindows(signal::wholeChannel(*read), {100, 50});
        QVERIFY(windows);
        QVERIFY(windows->size() > 6);
        const auto slow = signal::condition(*read, {Hertz{12'800}});
        QVERIFY(slow);
        QCOMPARE((*slow)->snapshots[1].first, SampleIndex{128});
        for (std::int64_t i = 0; i < windows->size(); ++i) {
            const SampleRange range = windows->range(i);
            QCOMPARE(range.first / 256, (range.last - 1) / 256);
        }
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::SnapshotFolderTest)
#include "snapshot_folder_test.moc"
