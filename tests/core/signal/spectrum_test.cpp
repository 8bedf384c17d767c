// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/spectrum.h"
#include "tests/core/signal/oracle.h"

#include <QTest>

#include <algorithm>
#include <numbers>

using spall::ErrorCode;
using spall::Hertz;
using spall::signal::Band;
using spall::signal::powerSpectrum;
using spall::signal::squaredEnvelopeSpectrum;

class SpectrumTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void powerEqualsSciPy_data();
    void powerEqualsSciPy();
    void envelopeEqualsNumPy_data();
    void envelopeEqualsNumPy();
    void modulationShowsAtItsFrequency();
    void shortSignalsAreRefused();
    void bandsOutsideAreRefused_data();
    void bandsOutsideAreRefused();
};

void SpectrumTest::powerEqualsSciPy_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("even segment") << 0;
    QTest::newRow("odd segment") << 1;
    QTest::newRow("one segment") << 2;
}

void SpectrumTest::powerEqualsSciPy()
{
    QFETCH(int, row);
    const auto document = spall::tests::oracle("signal");
    const auto& reference = document["welch"][static_cast<std::size_t>(row)];
    const std::vector<double> samples = document["signal"];
    const auto found = powerSpectrum(samples, Hertz{reference["rate"]}, reference["segment"]);
    QVERIFY(found.has_value());
    QCOMPARE(found->binWidth.value,
             reference["rate"].get<double>() / reference["segment"].get<double>());
    QVERIFY(spall::tests::relativeError(found->values,
                                        reference["values"].get<std::vector<double>>()) < 1e-12);
}

void SpectrumTest::envelopeEqualsNumPy_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("even length") << 0;
    QTest::newRow("odd length") << 1;
    QTest::newRow("whole band") << 2;
}

void SpectrumTest::envelopeEqualsNumPy()
{
    QFETCH(int, row);
    const auto document = spall::tests::oracle("signal");
    const auto& reference = document["envelope"][static_cast<std::size_t>(row)];
    const std::vector<double> samples = document["signal"];
    const auto found = squaredEnvelopeSpectrum(std::span{samples}.first(reference["count"]),
                                               Hertz{reference["rate"]},
                                               Band{{reference["low"]}, {reference["high"]}});
    QVERIFY(found.has_value());
    QVERIFY(spall::tests::relativeError(found->values,
                                        reference["values"].get<std::vector<double>>()) < 1e-12);
}

void SpectrumTest::modulationShowsAtItsFrequency()
{
    // (1 + cos)² has amplitude 2 at the modulation and 1/2 at its double.
    constexpr std::size_t kCount = 12000;
    std::vector<double> samples(kCount);
    for (std::size_t i = 0; i < kCount; ++i) {
        const double turns = 2.0 * std::numbers::pi * static_cast<double>(i) / 12000.0;
        samples[i] = (1.0 + std::cos(107.0 * turns)) * std::sin(3000.0 * turns);
    }
    const auto found = squaredEnvelopeSpectrum(samples, Hertz{12000.0}, {{2500.0}, {3500.0}});
    QVERIFY(found.has_value());
    QCOMPARE(found->binWidth.value, 1.0);
    QCOMPARE(std::max_element(found->values.begin(), found->values.end()) - found->values.begin(),
             107);
    QVERIFY(std::abs(found->values[107] - 2.0) < 1e-9);
    QVERIFY(std::abs(found->values[214] - 0.5) < 1e-9);
    QVERIFY(found->values[0] < 1e-9);
}

void SpectrumTest::shortSignalsAreRefused()
{
    const std::vector<double> samples(63, 1.0);
    const auto power = powerSpectrum(samples, Hertz{12000.0}, 64);
    QVERIFY(!power.has_value());
    QCOMPARE(power.error().code, ErrorCode::TooFewSamples);
    const auto envelope = squaredEnvelopeSpectrum(samples, Hertz{12000.0}, {{0.0}, {6000.0}});
    QVERIFY(!envelope.has_value());
    QCOMPARE(envelope.error().code, ErrorCode::TooFewSamples);
    QCOMPARE(powerSpectrum(samples, Hertz{12000.0}, 1).error().code, ErrorCode::Usage);
    QCOMPARE(powerSpectrum(samples, Hertz{0.0}, 32).error().code, ErrorCode::Usage);
}

void SpectrumTest::bandsOutsideAreRefused_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("below zero") << -1.0 << 1000.0;
    QTest::newRow("above half the rate") << 1000.0 << 6001.0;
    QTest::newRow("turned round") << 3000.0 << 2000.0;
    QTest::newRow("empty") << 3000.0 << 3000.0;
    QTest::newRow("no number") << std::nan("") << 2000.0;
}

void SpectrumTest::bandsOutsideAreRefused()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const auto found =
        squaredEnvelopeSpectrum(std::vector<double>(100, 1.0), Hertz{12000.0}, Band{{low}, {high}});
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(SpectrumTest)
#include "spectrum_test.moc"
