// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/preamble.h"
#include "core/io/scalar_meaning.h"
#include "tests/core/io/io_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>

namespace spall::io {

class PreambleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineInFrontTellsTheRate_data()
    {
        QTest::addColumn<double>("rpm");
        for (const char* line : {"Sampling rate [Hz]: 25600",
                                 "Abtastrate: 25,6 kHz",
                                 "Sample Rate,25.6 kS/s",
                                 "Sampling Freq. (Hz)\t25600",
                                 "Sample interval: 39.0625 us", // once 0.03 Hz
                                 "Samples/sec: 25600",
                                 "Sampling frequency 25600 Hz",
                                 "sampling at 25.6kHz",
                                 "Sample period (s),0.0000390625",
                                 "Samples per second: 25,600", // once 25.6 Hz
                                 "Sampling Rate;25.600 Hz",
                                 "SampleRate, 25600,Hz",
                                 "Sample Rate: 25600Hz, Range: 16g"}) {
            QTest::newRow(line) << 0.0;
        }
        // The step was taken for 39 s, as the field behind it was looked at for units of rate only.
        QTest::newRow("Sampling Interval,39.0625,us") << 0.0;
        QTest::newRow("Sampling Interval;39.0625;\xC2\xB5s;x") << 0.0;
        // Of a fraction only what stands in front of the stroke was read: 1 Hz.
        QTest::newRow("dt: 1/25600") << 0.0;
        QTest::newRow("Sampling interval = 1/25600 s") << 0.0;
        QTest::newRow("Sampling interval: 1 / 25,600.0 s, Range: 16g") << 0.0;
        // A number with thousands and decimals was none, and 12 kHz was assumed.
        QTest::newRow("Sample Rate: 25,600.00 Hz") << 0.0;
        QTest::newRow("Abtastrate: 25.600,00 Hz") << 0.0;
        QTest::newRow("\"Sampling Rate\",\"25,600.00\",\"Hz\"") << 0.0;
        QTest::newRow("Sample interval: 39,062.5 ns") << 0.0;
        QTest::newRow("Sample Rate,25600,Enabled") << 0.0;
        // Only the first pair of a line was read, and a speed became the rate.
        QTest::newRow("# {\"fs\": 25600, \"rpm\": 1480, \"unit\": \"g\"}") << 1480.0;
        QTest::newRow("SampleRate=25600 rpm=1480") << 1480.0;
        QTest::newRow("Fs: 25600, rpm: 1480") << 1480.0;
        QTest::newRow("Rate 25600 Hz; fs: 25600; Speed;1480 rpm") << 1480.0;
    }

    void aLineInFrontTellsTheRate()
    {
        QFETCH(double, rpm);
        FileContents contents;
        readPreamble({QTest::currentDataTag()}, contents);
        const auto rate = statedRate(contents.scalars);
        QVERIFY(rate);
        QVERIFY2(qAbs(rate->value.value - 25'600.0) < 1e-6, rate->reason.c_str());
        const auto speed = statedShaftSpeed(contents.scalars, {});
        QCOMPARE(speed ? speed->value.value : 0.0, rpm);
    }

    void aMarkOfThousandsIsTold()
    {
        FileContents contents;
        readPreamble({"Sampling rate: 25.600 Hz"}, contents);
        QVERIFY(contents.warnings.front().find("parts thousands") != std::string::npos);
        contents = {};
        readPreamble({"Sampling rate: 12.800 kHz", "dt: 1.250"}, contents);
        QVERIFY(contents.warnings.empty());
        QCOMPARE(contents.scalars.front().value, 12'800.0);
    }

    /// "1,000,000 Hz" was no number, as each comma was taken for a decimal mark.
    void twoMarksOfThousandsLeaveNoDoubt()
    {
        for (const char* line : {"Sample Rate: 1,000,000 Hz", "Sample Rate: 1.000.000 Hz"}) {
            FileContents contents;
            readPreamble({line}, contents);
            const auto rate = statedRate(contents.scalars);
            QVERIFY(rate);
            QCOMPARE(rate->value.value, 1e6);
            QVERIFY(contents.warnings.empty());
        }
        FileContents contents;
        readPreamble({"fs: 192.168.100.1", "fs: 01.05.2023", "fs: 1/5/2023"}, contents);
        QVERIFY(std::none_of(contents.scalars.begin(), contents.scalars.end(), [](const auto& s) {
            return s.value != 1.0;
        }));
    }

    /// The least of something is no minute.
    void aNextFieldThatIsNoUnitIsLeft()
    {
        FileContents contents;
        readPreamble({"Sample Rate,25600,min,0.5"}, contents);
        QCOMPARE(statedRate(contents.scalars)->value.value, 25'600.0);
    }

    /// 60000 marks in a row took seven seconds: each was the beginning of a new search. A row of
    /// numbers did the same.
    void aLineOfMarksIsPassedAtOnce()
    {
        constexpr int kLength = 100'000;
        QElapsedTimer timer;
        timer.start();
        for (const char* part : {"=", "= ", ":\t", "1,", "a=1-", "a=1b"}) {
            FileContents contents;
            readPreamble({QByteArray{part}.repeated(kLength).toStdString(), "fs: 25600"}, contents);
            QCOMPARE(statedRate(contents.scalars)->value.value, 25'600.0);
        }
        constexpr qint64 kMostMilliseconds = 10'000;
        QVERIFY2(timer.elapsed() < kMostMilliseconds, qPrintable(QString::number(timer.elapsed())));
    }

    void aTimeOfDayIsNoNumber()
    {
        FileContents contents;
        readPreamble({"Date: 2023-05-01 10:00:00", "Title: run 3"}, contents);
        QVERIFY(!statedRate(contents.scalars));
        QVERIFY(!statedShaftSpeed(contents.scalars, {}));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::PreambleTest)
#include "preamble_test.moc"
