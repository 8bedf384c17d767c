// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <algorithm>

namespace spall::io {

/// Texts as loggers, oscilloscopes and data frames write them. Each was once read wrongly.
class TextLayoutsTest : public QObject {
    Q_OBJECT

private:
    static double valueAt(int row) { return (row * 37 % 101 - 50) / 64.0; }

    /// Rows of a pattern in which %1 is the row number, %2 a value with a sign and %3 the seconds
    /// at 25.6 kHz.
    static QByteArray rows(const QString& pattern, int count = 200)
    {
        QString text;
        for (int i = 0; i < count; ++i) {
            QString row = pattern;
            row.replace("%1", QString::number(i));
            row.replace("%2", QString::number(valueAt(i), 'f', 6));
            text += row.replace("%3", QString::number(i / 25'600.0, 'f', 9));
        }
        return text.toUtf8();
    }

    static QByteArray monitored()
    {
        QByteArray text;
        for (int i = 0; i < 200; ++i) {
            text += QStringLiteral("10:23:00.%1 -> %2,1.5\n")
                        .arg(i, 3, 10, QChar('0'))
                        .arg(valueAt(i), 0, 'f', 6)
                        .toUtf8();
        }
        return text;
    }

    static QByteArray sinceEpoch(const char* pattern)
    {
        QByteArray text{"timestamp,ax\n"};
        for (int i = 0; i < 200; ++i) {
            text += QString::asprintf(pattern, 100 + i * 2, valueAt(i)).toUtf8();
        }
        return text;
    }

    static QString channelsOf(const signal::Recording& recording)
    {
        QStringList channels;
        for (const signal::Channel& channel : recording.channels) {
            channels += QString::fromStdString(channel.name + "[" + channel.unit + "]");
        }
        return channels.join(' ');
    }

    static bool isTold(const signal::Recording& recording, const char* part)
    {
        return std::any_of(
            recording.warnings.begin(), recording.warnings.end(), [&](const std::string& warning) {
                return warning.find(part) != std::string::npos;
            });
    }

private Q_SLOTS:
    void layoutsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("channels"); // names and units
        QTest::addColumn<double>("rate");      // 0: not stated
        QTest::newRow("oscilloscope with a counter and its increment")
            << "X,CH1,Start,Increment,\nSequence,Volt,-3.0E-03,5.0E-05\n" + rows("%1,%2,,\n")
            << "CH1[V]" << 20'000.0;
        QTest::newRow("metadata beside the first rows")
            << QByteArray{"Sample Interval,3.90625e-05,,-0.000078125,0.5,\n"
                          "Source,CH1,,-0.0000390625,0.25,\n"} +
                   rows(",,,%3,%2,\n")
            << "column 5[]" << 25'600.0;
        QTest::newRow("times in seconds, names as numbers")
            << "x-axis,1,2\nsecond,Volt,Volt\n" + rows("%3,%2,1.5\n") << "channel 1[V] channel 2[V]"
            << 25'600.0;
        QTest::newRow("names above units, devices below")
            << "Time\tDE\tFE\ns\tg\tg\nMX840\tCH one\tCH two\n\tSampleRate: 25600 Hz\tSampleRate: "
               "25600 Hz\n" +
                   rows("%3\t%2\t1.5\n")
            << "DE[g] FE[g]" << 25'600.0;
        QTest::newRow("labels in front of names and units")
            << "Sampling Frequency : 5120 Hz\nChannel ID\t1\t2\t\nUnit\tV\tV\t\nData\n" +
                   rows("%2\t1.5\t\n")
            << "channel 1[V] channel 2[V]" << 5120.0;
        QTest::newRow("in s, in V") << "in s,C1 in V\n" + rows("%3,%2\n") << "C1[V]" << 25'600.0;
        QTest::newRow("names in a comment")
            << "# fs: 25600\n# unit: m/s^2\n# channels: DE, FE\n" + rows("%2,1.5\n")
            << "DE[m/s^2] FE[m/s^2]" << 25'600.0;
        QTest::newRow("one column below pairs")
            << "Sample Rate (Hz),25600\nUnit,g\nSamples,200\n" + rows("%2\n") << "signal[g]"
            << 25'600.0;
        QTest::newRow("an index is no unit")
            << "t,Y[0]\n" + rows("%3,%2\n") << "Y[0][]" << 25'600.0;
        QTest::newRow("unit in the middle")
            << "Time (s),Ch1 (mV) sens 100 mV/g\n" + rows("%3,%2\n") << "Ch1[mV]" << 25'600.0;
        QTest::newRow("mm/s is not s")
            << "t,Overall mm/s\n" + rows("%3,%2\n") << "Overall mm/s[mm/s]" << 25'600.0;
        QTest::newRow("comments behind ';'")
            << ";SampleRate, 3200,Hz\n;Headers, t,Ax,Ay\n" + rows("%1,%2,1.5\n") +
                   "; shutdown, battery low\n"
            << "Ax[] Ay[]" << 3200.0;
        QTest::newRow("quoted decimal commas")
            << "\"Zeit\",\"Acc\"\n" + rows("\"%3\",\"%2\"\n").replace('.', ',') << "Acc[]"
            << 25'600.0;
        QTest::newRow("bars") << "time|acc\n" + rows("%3|%2\n") << "acc[]" << 25'600.0;
        QTest::newRow("exponents of Fortran")
            << rows("  %3D+00  %2D+00\n") << "column 2[]" << 25'600.0;
        QTest::newRow("units in the cells")
            << "time,acc\n" + rows("%3 s,%2 g\n") << "acc[g]" << 25'600.0;
        QTest::newRow("a serial monitor with times")
            << monitored() << "column 2[] column 3[]" << 1000.0;
        QTest::newRow("a heading of numbers")
            << "0,1\n" + rows("%2,1.5\n") << "channel 0[] channel 1[]" << 0.0;
        QTest::newRow("an index and a heading of numbers")
            << ",0,1\n" + rows("%1,%2,1.5\n") << "channel 0[] channel 1[]" << 0.0;
        QTest::newRow("the rate as the first row")
            << "Acc DE,Acc FE\n[g],[g]\n25600,25600\n" + rows("%2,1.5\n") << "Acc DE[g] Acc FE[g]"
            << 25'600.0;
        QTest::newRow("millis") << "millis,ax\n" + rows("%1,%2\n") << "ax[]" << 1000.0;
        QTest::newRow("milliseconds since 1970")
            << sinceEpoch("1688999999%03d,%f\n") << "ax[]" << 500.0;
        QTest::newRow("microseconds since 1970")
            << sinceEpoch("1688999999000%03d,%f\n") << "ax[]" << 500'000.0;
        QTest::newRow("nanoseconds since 1970")
            << sinceEpoch("1688999999000%03d000,%f\n") << "ax[]" << 500'000.0;
    }

    void layoutsAreUnderstood()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, rate);
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QTEST(channelsOf(**read), "channels");
        if (rate > 0.0) {
            QCOMPARE((*read)->rate.value.value, rate);
        } else {
            QVERIFY(!signal::isStated((*read)->rate.source));
            QCOMPARE((*read)->channels.front().samples.front(), valueAt(0));
        }
    }

    /// "3,961" between commas and quotes was text.
    void quotedThousandsAreNumbers()
    {
        QByteArray text{"t,counts\n"};
        for (int i = 0; i < 100; ++i) {
            text += QStringLiteral("\"%1\",\"%2\"\n")
                        .arg(i * 0.001, 0, 'f', 6)
                        .arg(i % 2 == 0 ? "-543" : "3,961")
                        .toUtf8();
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.front().samples[1], 3961.0);
    }

    /// The program crashed where the column that should hold microseconds held words.
    void wordsAmongWholeNumbersAreNoClock()
    {
        TestFolder folder;
        const auto read =
            readFrom(folder.write("a.csv", QByteArray{"1,2,3,OK,5\n1,2,3,OK,6\n"}.repeated(50)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{100});
    }

    /// Small counts vanished as hours, minutes and seconds.
    void countsThatDoNotRiseAreNoClock()
    {
        QByteArray text;
        for (int i = 0; i < 100; ++i) {
            text += QStringLiteral("0,%1,%2,%3,%4\n")
                        .arg(i * 7 % 10)
                        .arg(i % 2)
                        .arg(i * 37 % 101)
                        .arg(i * 11 % 19 - 9)
                        .toUtf8();
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{5});
    }

    /// A clock that passed midnight gave no rate.
    void aClockGoesOnPastMidnight()
    {
        QByteArray text;
        for (int i = 0; i < 2560; ++i) {
            const int micros = 950'000 + static_cast<int>(i * 1e6 / 25'600.0);
            text +=
                (micros < 1'000'000 ? QStringLiteral("23,59,59,%1,0.552,-0.146\n").arg(micros)
                                    : QStringLiteral("0,0,0,%1,0.5,-0.1\n").arg(micros - 1'000'000))
                    .toUtf8();
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("acc_00001.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 25'600.0);
    }

    /// A file with the mean and the RMS below its values was refused.
    void wordsAndNumbersUnderTheTableEndIt()
    {
        TestFolder folder;
        const auto read =
            readFrom(folder.write("a.csv", "t,x\n" + rows("%3,%2\n") + "\nMean,0.001\nRMS,0.5\n"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{200});
        QVERIFY(isTold(**read, "The table ends before line 203"));
    }

    /// The sign of a range that was exceeded made the whole file unreadable, without a place.
    void anExceededRangeIsNamedWithItsPlace()
    {
        TestFolder folder;
        const auto read = readFrom(
            folder.write("a.csv", "t,x\n" + rows("%3,%2\n") + "0.1,\xE2\x88\x9E\n0.2,1\n"));
        QVERIFY2(sentenceOf(read).contains("line 202, column 2"), qPrintable(sentenceOf(read)));
    }

    /// Times that start anew were taken for a signal, and the rate was guessed.
    void timesThatGoBackAreTold()
    {
        TestFolder folder;
        const auto read =
            readFrom(folder.write("a.csv", "time,x\n" + rows("%3,%2\n") + rows("%3,%2\n")));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QVERIFY(isTold(**read, "go back 1 times, first at row 201"));
    }

    /// One hole made 25 575 Hz of 25 600.
    void aHoleInTheTimesLeavesTheRate()
    {
        QByteArray text{"time,x\n"};
        for (int i = 0; i < 400; ++i) {
            text += QStringLiteral("%1,%2\n")
                        .arg(i / 25'600.0 + (i < 300 ? 0.0 : 0.5), 0, 'f', 7)
                        .arg(valueAt(i))
                        .toUtf8();
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QVERIFY(isTold(**read, "the first leads to row 301"));
    }

    /// UTF-16 without its mark was no text at all.
    void utf16WithoutAMarkIsRead()
    {
        QByteArray wide;
        for (const char c : "Time (s)\tAcc (g)\n" + rows("%3\t%2\n")) {
            wide += c;
            wide += '\0';
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("a.txt", wide));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringLiteral("Acc[g]"));
    }

    /// Chinese names of older Windows were shown as accented letters.
    void chineseOfOlderWindowsIsRead()
    {
        TestFolder folder;
        const auto read = readFrom(folder.write(
            "a.csv",
            "\xCA\xB1\xBC\xE4(s),\xD5\xF1\xB6\xAF\xBC\xD3\xCB\xD9\xB6\xC8(g)\n" + rows("%3,%2\n")));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read),
                 QString::fromUtf8("\xE6\x8C\xAF\xE5\x8A\xA8\xE5\x8A\xA0"
                                   "\xE9\x80\x9F\xE5\xBA\xA6[g]"));
    }

    /// Spectra, features and windows opened like any recording.
    void whatIsNoRecordingIsDoubted()
    {
        TestFolder folder;
        const auto spectrum =
            readFrom(folder.write("a.csv", "Frequency (Hz),Amplitude (g)\n" + rows("%1.25,%2\n")));
        QVERIFY2(spectrum, qPrintable(sentenceOf(spectrum)));
        QVERIFY(isTold(**spectrum, "looks like a spectrum"));
        QVERIFY(!signal::isStated((*spectrum)->rate.source));
        const auto features =
            readFrom(folder.write("b.csv", "min,rms,kurtosis,crest\n" + rows("%2,1.5,%2,2.5\n")));
        QVERIFY2(features, qPrintable(sentenceOf(features)));
        QVERIFY(isTold(**features, "table of features"));
        QByteArray wide;
        for (int i = 0; i < 80; ++i) {
            wide += QByteArray{"0.5,"}.repeated(99) + QByteArray::number(valueAt(i)) + "\n";
        }
        const auto windows = readFrom(folder.write("c.csv", wide));
        QVERIFY2(windows, qPrintable(sentenceOf(windows)));
        QVERIFY(isTold(**windows, "windows of a signal in rows"));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::TextLayoutsTest)
#include "text_layouts_test.moc"
