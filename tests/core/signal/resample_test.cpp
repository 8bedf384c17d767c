// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/resample.h"
#include "tests/core/signal/oracle.h"

#include <QTest>

#include <limits>
#include <numbers>

using spall::ErrorCode;
using spall::Hertz;
using spall::signal::resample;

class ResampleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsSciPy_data();
    void equalsSciPy();
    void equalRatesCopy();
    void broken97656HertzIsMetExactly();
    void passesLowTonesAndStopsHighOnes();
    void nothingStaysNothing();
    void impossibleRatesAreRefused_data();
    void impossibleRatesAreRefused();
};

void ResampleTest::equalsSciPy_data()
{
    QTest::addColumn<int>("row");
    const auto document = spall::tests::oracle("signal");
    int row = 0;
    for (const auto& reference : document["resample"]) {
        QTest::addRow("%d to %d", reference["from"].get<int>(), reference["to"].get<int>())
            << row++;
    }
}

void ResampleTest::equalsSciPy()
{
    QFETCH(int, row);
    const auto document = spall::tests::oracle("signal");
    const auto& reference = document["resample"][static_cast<std::size_t>(row)];
    const std::vector<double> samples = document["signal"];
    const auto result =
        resample(std::span{samples}.first(500), Hertz{reference["from"]}, Hertz{reference["to"]});
    QVERIFY(result.has_value());
    QVERIFY(spall::tests::relativeError(*result, reference["values"].get<std::vector<double>>()) <
            1e-12);
}

void ResampleTest::equalRatesCopy()
{
    const std::vector<double> samples{1.0, -2.0, 3.0};
    QVERIFY(*resample(samples, Hertz{12000.0}, Hertz{12000.0}) == samples);
}

void ResampleTest::broken97656HertzIsMetExactly()
{
    // 97 656.25 Hz, the rate of the MFPT data, is 3125/384 of 12 000 Hz.
    const std::vector<double> samples(3125 * 2, 1.0);
    const auto result = resample(samples, Hertz{97656.25}, Hertz{12000.0});
    QVERIFY(result.has_value());
    QCOMPARE(result->size(), std::size_t{384 * 2});
}

void ResampleTest::passesLowTonesAndStopsHighOnes()
{
    const auto levelAfter = [](double frequency) {
        std::vector<double> tone(8000);
        for (std::size_t i = 0; i < tone.size(); ++i) {
            tone[i] =
                std::sin(2.0 * std::numbers::pi * frequency * static_cast<double>(i) / 48000.0);
        }
        const auto result = *resample(tone, Hertz{48000.0}, Hertz{12000.0});
        double energy = 0.0;
        for (std::size_t i = 200; i < 1800; ++i) {
            energy += result[i] * result[i];
        }
        return std::sqrt(2.0 * energy / 1600.0);
    };
    QVERIFY(std::abs(levelAfter(1500.0) - 1.0) < 0.01);
    QVERIFY(levelAfter(9000.0) <
            0.003); // 50 dB down, an octave and a half under the window's side lobes
}

void ResampleTest::nothingStaysNothing()
{
    const auto result = resample({}, Hertz{48000.0}, Hertz{12000.0});
    QVERIFY(result.has_value());
    QVERIFY(result->empty());
}

void ResampleTest::impossibleRatesAreRefused_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("from zero") << 0.0 << 12000.0;
    QTest::newRow("to less than zero") << 48000.0 << -1.0;
    QTest::newRow("to nothing") << 48000.0 << std::nan("");
    QTest::newRow("from infinity") << std::numeric_limits<double>::infinity() << 12000.0;
    QTest::newRow("too far apart") << 48000.0 << 1.0;
    QTest::newRow("too far apart, upwards") << 1.0 << 48000.0;
}

void ResampleTest::impossibleRatesAreRefused()
{
    QFETCH(double, from);
    QFETCH(double, to);
    const auto result = resample(std::vector<double>(100, 1.0), Hertz{from}, Hertz{to});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(ResampleTest)
#include "resample_test.moc"
