// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"
#include "core/io/read.h"
#include "core/io/write.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <cmath>
#include <limits>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace spall::io {

class ReadTest : public QObject {
    Q_OBJECT

private:
    static signal::Recording twoChannels(std::size_t count)
    {
        signal::Recording recording;
        recording.channels = {{"X105_FE_time", {}, {}}, {"X105_DE_time", {}, {}}};
        for (std::size_t i = 0; i < count; ++i) {
            recording.channels[0].samples.edit().push_back(std::sin(0.1 * static_cast<double>(i)) /
                                                           3.0);
            recording.channels[1].samples.edit().push_back(std::cos(0.37 * static_cast<double>(i)) /
                                                           7.0);
        }
        recording.rate = {Hertz{25'600}, signal::Source::File, "test"};
        recording.shaftSpeed = signal::Attributed<Rpm>{Rpm{1797}, signal::Source::File, "test"};
        return recording;
    }

private Q_SLOTS:
    void inputSpecIsSplitAtItsMarks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<double>("rate");
        QTest::newRow("plain") << "a.mat"
                               << "a.mat"
                               << "" << 0.0;
        QTest::newRow("variable") << "97.mat::X097_DE_time"
                                  << "97.mat"
                                  << "X097_DE_time" << 0.0;
        QTest::newRow("rate") << "n.mat@48000"
                              << "n.mat"
                              << "" << 48'000.0;
        QTest::newRow("both") << "r.mat::bearing.gs@97656"
                              << "r.mat"
                              << "bearing.gs" << 97'656.0;
        QTest::newRow("at in the name") << "OR007@6_0_130.mat"
                                        << "OR007@6_0_130.mat"
                                        << "" << 0.0;
        QTest::newRow("at twice") << "OR007@6.mat@12000"
                                  << "OR007@6.mat"
                                  << "" << 12'000.0;
        QTest::newRow("zero is no rate") << "a@0"
                                         << "a@0"
                                         << "" << 0.0;
        QTest::newRow("empty") << ""
                               << ""
                               << "" << 0.0;
    }

    void inputSpecIsSplitAtItsMarks()
    {
        QFETCH(QString, text);
        QFETCH(double, rate);
        const InputSpec spec = parseInputSpec(text.toStdString());
        QTEST(QString::fromStdString(spec.path.string()), "path");
        QTEST(QString::fromStdString(spec.variable), "variable");
        QCOMPARE(spec.rate ? spec.rate->value : 0.0, rate);
    }

    /// The folders of CWRU's outer-race faults are called "OR007@6": the program took the 6 for a
    /// rate and said that there was no such file "OR007".
    void marksInTheNameOfAFileThatIsThereAreItsOwn()
    {
        TestFolder folder;
        const QByteArray numbers = QByteArray{"0.5\n-0.25\n"}.repeated(50);
        const std::string at = folder.write("rec@12000", numbers).string();
        QCOMPARE(parseInputSpec(at).path.string(), at);
        QVERIFY(!parseInputSpec(at).rate);
        const InputSpec twice = parseInputSpec(at + "@8000");
        QCOMPARE(twice.path.string(), at);
        QCOMPARE(twice.rate->value, 8000.0);
        QCOMPARE(parseInputSpec(at + "::x@8000").variable, std::string{"x"});
#ifdef Q_OS_UNIX
        const std::string colons = folder.write("a::b.csv", numbers).string();
        QCOMPARE(parseInputSpec(colons).path.string(), colons);
        QCOMPARE(parseInputSpec(colons + "@8000").path.string(), colons);
        QVERIFY(readRecording(parseInputSpec(colons)));
#endif
    }

#ifdef Q_OS_UNIX
    /// The hash of a file is made beside its reading; that of a pipe waited for a writer for ever.
    void aPipeIsRefusedAndNotWaitedFor()
    {
        TestFolder folder;
        const auto pipe = folder.path("pipe.csv");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        const auto read = readFrom(pipe);
        QVERIFY(!read);
        QVERIFY2(sentenceOf(read).contains("a device or a pipe"), qPrintable(sentenceOf(read)));
        QCOMPARE(sha256OfFile(pipe).error().what, read.error().what);
        QVERIFY(!readFile(pipe));
    }
#endif

    void aWrittenRecordingComesBackBitForBit()
    {
        TestFolder folder;
        const signal::Recording written = twoChannels(1000);
        QVERIFY(writeMat(folder.path("a.mat"), written));
        const auto read = readFrom(folder.path("a.mat"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{2});
        QCOMPARE((*read)->channels[0].samples, written.channels[0].samples);
        QCOMPARE((*read)->channels[1].samples, written.channels[1].samples);
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QCOMPARE((*read)->rate.source, signal::Source::File);
        QCOMPARE((*read)->shaftSpeed->value.value, 1797.0);
        QCOMPARE((*read)->provenance.format, std::string{"MAT v5"});
        QCOMPARE((*read)->provenance.sha256, *sha256OfFile(folder.path("a.mat")));
        QCOMPARE((*read)->mainChannel, 1); // drive end before fan end
    }

    void theSameRecordingGivesTheSameBytes()
    {
        TestFolder folder;
        QVERIFY(writeMat(folder.path("a.mat"), twoChannels(100)));
        QVERIFY(writeMat(folder.path("b.mat"), twoChannels(100)));
        QCOMPARE(bytesOf(folder.path("a.mat")), bytesOf(folder.path("b.mat")));
    }

    void channelIsChosenByNameEndOrIndex()
    {
        TestFolder folder;
        QVERIFY(writeMat(folder.path("a.mat"), twoChannels(100)));
        for (const char* wanted : {"X105_FE_time", "FE", "0"}) {
            const auto read = readFrom(folder.path("a.mat"), {.channel = wanted});
            QVERIFY2(read, qPrintable(sentenceOf(read)));
            QCOMPARE((*read)->mainChannel, 0);
        }
        const auto none = readFrom(folder.path("a.mat"), {.channel = "BA"});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Usage);
        QVERIFY(sentenceOf(none).contains("X105_FE_time, X105_DE_time"));
    }

    void variableIsChosenByItsAddress()
    {
        TestFolder folder;
        QVERIFY(writeMat(folder.path("a.mat"), twoChannels(100)));
        const auto read = readRecording({folder.path("a.mat"), "X105_FE_time", Hertz{12'000}});
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{1});
        QCOMPARE((*read)->rate.value.value, 12'000.0); // what stands behind '@' wins over the file
        QCOMPARE((*read)->rate.source, signal::Source::Argument);
        const auto none = readRecording({folder.path("a.mat"), "X105", {}});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Usage);
    }

    void fallbackRateGivesWayToTheFile()
    {
        TestFolder folder;
        QVERIFY(writeMat(folder.path("a.mat"), twoChannels(100)));
        const auto stated = readFrom(folder.path("a.mat"), {.fallbackRate = Hertz{1}});
        QCOMPARE((*stated)->rate.value.value, 25'600.0);
        const auto plain = folder.write("a.csv", QByteArray{"0.5\n-0.25\n"}.repeated(50));
        const auto unstated = readFrom(plain, {.fallbackRate = Hertz{5000}});
        QVERIFY2(unstated, qPrintable(sentenceOf(unstated)));
        QCOMPARE((*unstated)->rate.value.value, 5000.0);
        QCOMPARE((*unstated)->rate.source, signal::Source::Argument);
    }

    void unreadableFilesGetOneClearSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("part");
        TestFolder folder;
        QVERIFY(writeMat(folder.path("a.mat"), twoChannels(1000)));
        const QByteArray whole = bytesOf(folder.path("a.mat"));
        const auto unreadable = static_cast<int>(ErrorCode::FileUnreadable);
        const auto unknown = static_cast<int>(ErrorCode::UnknownFormat);
        QTest::newRow("empty") << QByteArray{} << "a.mat" << unknown << "empty";
        QTest::newRow("not a MAT file")
            << QByteArray{"hello"} << "a.mat" << unknown << "not a MAT file";
        QTest::newRow("cut in the header") << whole.left(100) << "a.mat" << unreadable << "header";
        QTest::newRow("cut in a tag") << whole.left(132) << "a.mat" << unreadable << "damaged";
        QTest::newRow("cut in the data") << whole.left(5000) << "a.mat" << unreadable << "damaged";
        QTest::newRow("header only") << whole.left(128) << "a.mat" << unknown << "no signal";
        QTest::newRow("words") << QByteArray{"many words\nand no numbers\n"} << "a.csv" << unknown
                               << "no rows of numbers";
        QTest::newRow("unknown bytes")
            << QByteArray{"\x01\x02\x00\x7f", 4} << "a.xyz" << unknown << "no reader";
        QTest::newRow("a broken sound")
            << QByteArray{"RIFF1234WAVE"} << "a.wav" << unreadable << "sound file";
        QTest::newRow("short") << QByteArray{"1\n2\n3\n"} << "a.csv"
                               << static_cast<int>(ErrorCode::TooFewSamples) << "only 3 values";
    }

    void unreadableFilesGetOneClearSentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(int, code);
        QFETCH(QString, part);
        TestFolder folder;
        const auto path = folder.write(name.toUtf8().constData(), bytes);
        const auto read = readFrom(path);
        QVERIFY(!read);
        QCOMPARE(static_cast<int>(read.error().code), code);
        QVERIFY2(sentenceOf(read).contains(part), qPrintable(sentenceOf(read)));
        QVERIFY(!read.error().hint.empty());
        QVERIFY(!read.error().where.empty());
    }

    void missingFilesAndFoldersAreUnreadable()
    {
        TestFolder folder;
        const auto missing = readFrom(folder.path("none.mat"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::FileUnreadable);
    }

    void holesAreRefusedWithTheirPlace()
    {
        TestFolder folder;
        QByteArray text = QByteArray{"a\n"} + QByteArray{"0.5\n"}.repeated(100) + "nan\n" +
                          QByteArray{"0.25\n"}.repeated(100) + "inf\n1\n";
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NotFinite);
        QVERIFY2(sentenceOf(read).contains("'a' has 2 missing or infinite values, the first at "
                                           "sample 100, line 102, column 1"),
                 qPrintable(sentenceOf(read)));
    }

    void aHoleInAnotherChannelDropsThatChannelOnly()
    {
        TestFolder folder;
        signal::Recording recording = twoChannels(100);
        recording.channels[0].samples.edit()[7] = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(writeMat(folder.path("a.mat"), recording));
        const auto read = readFrom(folder.path("a.mat"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{1});
        QVERIFY(QString::fromStdString((*read)->warnings.front()).contains("X105_FE_time"));
    }

    /// Of two columns "Acc" the first was read when the second was asked for: the chosen one was
    /// found again by its name.
    void channelsOfOneNameAreTold()
    {
        QByteArray text{"Acc,Acc 2,Acc\n"};
        for (int i = 0; i < 200; ++i) {
            const double value = i * 37 % 101;
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(value / 64.0)
                        .arg(value / 32.0)
                        .arg(1.0 - value / 16.0)
                        .toUtf8();
        }
        TestFolder folder;
        const auto path = folder.write("a.csv", text);
        for (const char* wanted : {"2", "Acc 3"}) {
            const auto read = readFrom(path, {.channel = wanted});
            QVERIFY2(read, qPrintable(sentenceOf(read)));
            QCOMPARE((*read)->mainChannel, 2);
            QCOMPARE((*read)->channels[1].name, std::string{"Acc 2"});
            QCOMPARE((*read)->channels[2].name, std::string{"Acc 3"});
            QCOMPARE((*read)->channels[2].samples[0], 1.0);
        }
    }

    void aStopRequestEndsReading()
    {
        TestFolder folder;
        QVERIFY(writeMat(folder.path("a.mat"), twoChannels(100)));
        std::stop_source source;
        source.request_stop();
        const auto read = readRecording({folder.path("a.mat"), {}, {}}, {}, source.get_token());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
    }

    void writingIntoAMissingFolderFails()
    {
        TestFolder folder;
        const Status status = writeMat(folder.path("none/a.mat"), twoChannels(100));
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::WriteFailed);
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::ReadTest)
#include "read_test.moc"
