// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/signal/pyramid.h"

#include <QTest>

#include <algorithm>

using spall::SampleRange;
using spall::signal::MinMax;
using spall::signal::Pyramid;

namespace {

std::vector<double> noise(std::size_t count)
{
    auto engine = spall::makeEngine({7});
    std::vector<double> samples(count);
    for (double& value : samples) {
        value = spall::normal(engine);
    }
    return samples;
}

} // namespace

class PyramidTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyGroupIsExact_data();
    void everyGroupIsExact();
    void oneSpikeIsNeverLost();
    void rangesAreCutToTheSamples();
    void nothingHasNoSummary();
};

void PyramidTest::everyGroupIsExact_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<int>("columns");
    QTest::newRow("all") << qint64{0} << qint64{300'000} << 800;
    QTest::newRow("one column") << qint64{0} << qint64{300'000} << 1;
    QTest::newRow("crooked") << qint64{12'345} << qint64{287'654} << 613;
    QTest::newRow("inside one group") << qint64{70} << qint64{120} << 7;
    QTest::newRow("the last, incomplete group") << qint64{299'900} << qint64{300'000} << 3;
    QTest::newRow("more columns than samples") << qint64{1'000} << qint64{1'010} << 100;
}

void PyramidTest::everyGroupIsExact()
{
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    QFETCH(int, columns);
    const auto samples = noise(300'000);
    const Pyramid pyramid{samples};
    const auto summary = pyramid.summary(samples, {first, last}, columns);
    const qint64 count = std::min<qint64>(columns, last - first);
    QCOMPARE(static_cast<qint64>(summary.size()), count);
    for (qint64 i = 0; i < count; ++i) {
        const auto begin = samples.begin() + first + (last - first) * i / count;
        const auto end = samples.begin() + first + (last - first) * (i + 1) / count;
        const auto [low, high] = std::minmax_element(begin, end);
        QCOMPARE(summary[static_cast<std::size_t>(i)].low, static_cast<float>(*low));
        QCOMPARE(summary[static_cast<std::size_t>(i)].high, static_cast<float>(*high));
    }
}

void PyramidTest::oneSpikeIsNeverLost()
{
    std::vector<double> samples(100'000, 0.0);
    samples[77'777] = 5.0;
    const Pyramid pyramid{samples};
    for (const int columns : {1, 10, 999, 4'000}) {
        const auto summary = pyramid.summary(samples, {0, 100'000}, columns);
        const auto spikes = std::count_if(
            summary.begin(), summary.end(), [](MinMax column) { return column.high == 5.0F; });
        QCOMPARE(spikes, 1);
    }
}

void PyramidTest::rangesAreCutToTheSamples()
{
    const auto samples = noise(1'000);
    const Pyramid pyramid{samples};
    const auto whole = pyramid.summary(samples, {0, 1'000}, 10);
    const auto wider = pyramid.summary(samples, {-500, 90'000}, 10);
    QCOMPARE(wider.size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        QCOMPARE(wider[i].low, whole[i].low);
        QCOMPARE(wider[i].high, whole[i].high);
    }
}

void PyramidTest::nothingHasNoSummary()
{
    const auto samples = noise(100);
    QVERIFY(Pyramid{}.summary({}, {0, 10}, 5).empty());
    QVERIFY((Pyramid{std::span<const double>{}}.summary({}, {0, 10}, 5).empty()));
    QVERIFY(Pyramid{samples}.summary(samples, {50, 50}, 5).empty());
    QVERIFY(Pyramid{samples}.summary(samples, {0, 100}, 0).empty());
}

QTEST_GUILESS_MAIN(PyramidTest)
#include "pyramid_test.moc"
