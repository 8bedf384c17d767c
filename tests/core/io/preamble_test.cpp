// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/preamble.h"
#include "core/io/scalar_meaning.h"
#include "tests/core/io/io_fixture.h"

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
