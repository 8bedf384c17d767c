// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sample_range.h"

#include <QTest>

using spall::intersection;
using spall::overlaps;
using spall::SampleRange;

class SampleRangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndIsOutside();
    void turnedRoundIsEmpty();
    void commonParts_data();
    void commonParts();
    void unitsConvert();
};

void SampleRangeTest::theEndIsOutside()
{
    constexpr SampleRange range{10, 13};
    QCOMPARE(range.size(), 3);
    QVERIFY(!range.contains(9));
    QVERIFY(range.contains(10));
    QVERIFY(range.contains(12));
    QVERIFY(!range.contains(13));
}

void SampleRangeTest::turnedRoundIsEmpty()
{
    constexpr SampleRange range{13, 10};
    QVERIFY(range.isEmpty());
    QCOMPARE(range.size(), 0);
    QVERIFY(!range.contains(11));
}

void SampleRangeTest::commonParts_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<qint64>("size"); // of the common part with [100, 200)
    QTest::newRow("inside") << qint64{120} << qint64{130} << qint64{10};
    QTest::newRow("around") << qint64{0} << qint64{900} << qint64{100};
    QTest::newRow("from the left") << qint64{50} << qint64{101} << qint64{1};
    QTest::newRow("touching") << qint64{200} << qint64{300} << qint64{0};
    QTest::newRow("apart") << qint64{500} << qint64{600} << qint64{0};
    QTest::newRow("empty inside") << qint64{150} << qint64{150} << qint64{0};
}

void SampleRangeTest::commonParts()
{
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    QFETCH(qint64, size);
    const SampleRange fixed{100, 200};
    const SampleRange other{first, last};
    QCOMPARE(intersection(fixed, other).size(), size);
    QCOMPARE(intersection(other, fixed), intersection(fixed, other));
    QCOMPARE(overlaps(fixed, other), size > 0);
}

void SampleRangeTest::unitsConvert()
{
    QCOMPARE(spall::duration(6000, spall::Hertz{12000.0}).value, 0.5);
    QCOMPARE(spall::frequency(spall::Rpm{1800.0}).value, 30.0);
}

QTEST_GUILESS_MAIN(SampleRangeTest)
#include "sample_range_test.moc"
