// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/statistics.h"
#include "tests/core/signal/oracle.h"

#include <QTest>

using spall::signal::statistics;

class StatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsSciPy_data();
    void equalsSciPy();
    void aConstantHasNoShape();
    void nothingIsAllZero();
    void aSineIsKnown();
};

void StatisticsTest::equalsSciPy_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("plain") << 0;
    QTest::newRow("offset of a million") << 1;
    QTest::newRow("thousandth") << 2;
    QTest::newRow("turned round") << 3;
}

void StatisticsTest::equalsSciPy()
{
    QFETCH(int, row);
    const auto document = spall::tests::oracle("signal");
    const auto& reference = document["statistics"][static_cast<std::size_t>(row)];
    const double scale = reference["scale"];
    const double offset = reference["offset"];
    std::vector<double> samples = document["signal"];
    for (double& value : samples) {
        value = scale * value + offset;
    }
    const auto found = statistics(samples);
    const auto isNear = [&](double value, const char* key) {
        const double expected = reference[key];
        return std::abs(value - expected) <= 1e-12 * std::abs(expected);
    };
    QVERIFY(isNear(found.mean, "mean"));
    QVERIFY(isNear(found.deviation, "deviation"));
    QVERIFY(isNear(found.rms, "rms"));
    QVERIFY(isNear(found.peak, "peak"));
    QVERIFY(isNear(found.kurtosis, "kurtosis"));
    QCOMPARE(found.crest, found.peak / found.rms);
}

void StatisticsTest::aConstantHasNoShape()
{
    const auto found = statistics(std::vector<double>(1000, 0.1));
    QVERIFY(std::abs(found.mean - 0.1) < 1e-16);
    QVERIFY(std::abs(found.rms - 0.1) < 1e-15);
    QCOMPARE(found.deviation, 0.0);
    QCOMPARE(found.kurtosis, 0.0);
    QCOMPARE(statistics(std::vector<double>(10, 0.0)).crest, 0.0);
}

void StatisticsTest::nothingIsAllZero()
{
    const auto found = statistics({});
    QCOMPARE(found.rms, 0.0);
    QCOMPARE(found.kurtosis, 0.0);
}

void StatisticsTest::aSineIsKnown()
{
    std::vector<double> sine(4096);
    for (std::size_t i = 0; i < sine.size(); ++i) {
        sine[i] = 3.0 * std::sin(2.0 * M_PI * 16.0 * static_cast<double>(i) / 4096.0);
    }
    const auto found = statistics(sine);
    QVERIFY(std::abs(found.rms - 3.0 / std::sqrt(2.0)) < 1e-12);
    QVERIFY(std::abs(found.crest - std::sqrt(2.0)) < 1e-12);
    QVERIFY(std::abs(found.kurtosis - 1.5) < 1e-12);
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "statistics_test.moc"
