// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/time_axis.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <vector>

namespace spall::io {

/// The rate behind columns of times that are not quite what they should be.
class TimeAxisTest : public QObject {
    Q_OBJECT

private:
    static constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

    /// Times as a file writes them, `digits` behind the point.
    static std::vector<double> timesAt(double rate, int count, int digits)
    {
        const double scale = std::pow(10.0, digits);
        std::vector<double> times;
        for (int i = 0; i < count; ++i) {
            times.push_back(std::round(i / rate * scale) / scale);
        }
        return times;
    }

private Q_SLOTS:
    void aMissingTimeLeavesTheRate_data()
    {
        QTest::addColumn<std::vector<int>>("rows");
        QTest::newRow("one") << std::vector{4000};
        QTest::newRow("the first") << std::vector{0};
        QTest::newRow("the last") << std::vector{8191};
        QTest::newRow("several") << std::vector{0, 1, 77, 78, 79, 4000, 8190, 8191};
    }

    /// One empty cell among 8192 times lost the rate; 12 kHz was assumed, and it was said that the
    /// times do not rise.
    void aMissingTimeLeavesTheRate()
    {
        QFETCH(std::vector<int>, rows);
        std::vector<double> times = timesAt(25'600.0, 8192, 6);
        for (const int row : rows) {
            times.at(static_cast<std::size_t>(row)) = kMissing;
        }
        const auto axis = timeAxisOf(times, "t");
        QVERIFY(axis);
        QCOMPARE(axis->rate.value.value, 25'600.0);
        QVERIFY2(axis->warning.empty(), axis->warning.c_str());
    }

    void manyMissingTimesAreNoClock()
    {
        std::vector<double> times = timesAt(25'600.0, 1000, 6);
        for (std::size_t row = 0; row < times.size(); row += 50) {
            times[row] = kMissing;
        }
        QVERIFY(!timeAxisOf(times, "t"));
    }

    void anEmptyCellOfATimeColumnIsPassed()
    {
        QByteArray text{"time,acc\n"};
        for (int i = 0; i < 400; ++i) {
            text += (i == 200 ? QByteArray{} : QByteArray::number(i / 25'600.0, 'f', 7)) + ',' +
                    QByteArray::number(i * 37 % 101) + '\n';
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QCOMPARE((*read)->rate.source, signal::Source::TimeColumn);
        QCOMPARE((*read)->channels.size(), std::size_t{1});
    }

    /// Four samples that were lost one by one made 11990 Hz of 12 kHz, without a word.
    void singleSamplesThatAreMissingAreTold()
    {
        std::vector<double> times = timesAt(12'000.0, 4100, 7);
        for (const int row : {3500, 2000, 1200, 400}) {
            times.erase(times.begin() + row);
        }
        const auto axis = timeAxisOf(times, "t");
        QVERIFY(axis);
        QCOMPARE(axis->rate.value.value, 12'000.0);
        QVERIFY2(axis->warning.find("4 of 4095 steps") != std::string::npos, axis->warning.c_str());
    }

    void manyScatteredHolesAreTold()
    {
        std::vector<double> times;
        unsigned random = 1;
        for (int i = 0; i < 8192; ++i) {
            random = random * 1'664'525U + 1'013'904'223U;
            if (random >> 24U > 4 || i == 0) { // one in fifty goes
                times.push_back(i / 12'000.0);
            }
        }
        const auto axis = timeAxisOf(times, "t");
        QVERIFY(axis);
        QCOMPARE(axis->rate.value.value, 12'000.0);
        QVERIFY(axis->warning.find("are longer") != std::string::npos);
    }

    void roundedTimesHaveTheirMeanRate_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("digits");
        QTest::newRow("one or two ms") << 800.0 << 3;
        QTest::newRow("seldom two ms") << 950.0 << 3;
        QTest::newRow("none or one ms") << 1500.0 << 3;
        QTest::newRow("39 or 40 us") << 25'600.0 << 6;
    }

    /// Steps of one and of two milliseconds are no holes where they come in turns.
    void roundedTimesHaveTheirMeanRate()
    {
        QFETCH(double, rate);
        QFETCH(int, digits);
        const auto axis = timeAxisOf(timesAt(rate, 4096, digits), "t");
        QVERIFY(axis);
        QVERIFY2(qAbs(axis->rate.value.value / rate - 1.0) < 1e-3,
                 qPrintable(QString::number(axis->rate.value.value)));
        QVERIFY2(axis->warning.empty(), axis->warning.c_str());
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::TimeAxisTest)
#include "time_axis_test.moc"
