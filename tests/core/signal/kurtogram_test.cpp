// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/kurtogram.h"
#include "core/signal/resample.h"
#include "core/signal/simulate.h"
#include "tests/core/signal/oracle.h"

#include <QTest>

using spall::ErrorCode;
using spall::Hertz;
using spall::Seed;
using spall::signal::kurtogram;

class KurtogramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsNumPy_data();
    void equalsNumPy();
    void rowsHalveAndThird();
    void theResonanceOfImpactsIsProposed();
    void aBandWithoutSignalIsNotProposed();
    void noiseIsGaussianInEveryWideBand();
    void badRequestsAreRefused();
};

void KurtogramTest::equalsNumPy_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("even length, five levels") << 0;
    QTest::newRow("odd length, three levels") << 1;
}

void KurtogramTest::equalsNumPy()
{
    QFETCH(int, row);
    const auto document = spall::tests::oracle("signal_maps");
    const auto& reference = document["kurtogram"][static_cast<std::size_t>(row)];
    const std::vector<double> samples = document["signal"];
    const auto found = kurtogram(
        std::span{samples}.first(reference["count"]), Hertz{12000.0}, reference["levels"]);
    QVERIFY(found.has_value());
    QCOMPARE(found->rows.size(), reference["rows"].size());
    for (std::size_t i = 0; i < found->rows.size(); ++i) {
        QCOMPARE(found->rows[i].bands, reference["rows"][i]["bands"].get<int>());
        const std::vector<double> expected = reference["rows"][i]["kurtosis"];
        QVERIFY(spall::tests::relativeError(found->rows[i].kurtosis, expected) < 1e-11);
    }
}

void KurtogramTest::rowsHalveAndThird()
{
    const auto found = kurtogram(std::vector<double>(2000, 1.0), Hertz{12000.0}, 3);
    QVERIFY(found.has_value());
    std::vector<int> bands;
    for (const auto& row : found->rows) {
        bands.push_back(row.bands);
        QCOMPARE(row.kurtosis.size(), static_cast<std::size_t>(row.bands));
    }
    QCOMPARE(bands, (std::vector<int>{1, 2, 3, 4, 6, 8}));
    QCOMPARE(found->band(2, 1).low.value, 2000.0);
    QCOMPARE(found->band(2, 1).high.value, 4000.0);
}

void KurtogramTest::theResonanceOfImpactsIsProposed()
{
    for (const double resonance : {1700.0, 3200.0, 4600.0}) {
        spall::signal::ImpactOptions options;
        options.resonance = Hertz{resonance};
        auto samples = spall::signal::impactTrain(options, 48000, Hertz{12000.0}, Seed{2});
        auto engine = spall::makeEngine(Seed{3});
        for (double& value : samples) {
            value += spall::normal(engine);
        }
        const auto found = kurtogram(samples, Hertz{12000.0}, 5);
        QVERIFY(found.has_value());
        QVERIFY(found->bestKurtosis > 0.3);
        QVERIFY(found->best.low.value < resonance + 300.0);
        QVERIFY(found->best.high.value > resonance - 300.0);
        QVERIFY(found->best.high.value - found->best.low.value <= 3000.0);
    }
}

/// Above the reach of an anti-alias filter there is nothing but the step from the last sample to
/// the first, an impact like no other: it was proposed for real records.
void KurtogramTest::aBandWithoutSignalIsNotProposed()
{
    spall::signal::ImpactOptions options;
    options.resonance = Hertz{3200.0};
    auto samples = spall::signal::impactTrain(options, 48000, Hertz{12000.0}, Seed{2});
    auto engine = spall::makeEngine(Seed{3});
    for (double& value : samples) {
        value += spall::normal(engine);
    }
    const auto wider = spall::signal::resample(samples, Hertz{12000.0}, Hertz{48000.0});
    QVERIFY(wider.has_value());
    const auto found = kurtogram(*wider, Hertz{48000.0}, 5);
    QVERIFY(found.has_value());
    double emptiest = 0.0;
    for (const auto& row : found->rows) {
        emptiest = std::max(emptiest, row.kurtosis.back());
    }
    QVERIFY(emptiest > found->bestKurtosis); // it would be the highest
    QVERIFY2(found->best.high.value <= 6500.0, qPrintable(QString::number(found->best.high.value)));
    QVERIFY(found->best.low.value < 3500.0);
}

void KurtogramTest::noiseIsGaussianInEveryWideBand()
{
    auto engine = spall::makeEngine(Seed{4});
    std::vector<double> samples(60000);
    for (double& value : samples) {
        value = spall::normal(engine);
    }
    const auto found = kurtogram(samples, Hertz{12000.0}, 3);
    QVERIFY(found.has_value());
    for (const auto& row : found->rows) {
        for (const double value : row.kurtosis) {
            // The variance of the estimate is about 4 over the independent samples of the band.
            QVERIFY(std::abs(value) < 5.0 * std::sqrt(4.0 * row.bands / 30000.0));
        }
    }
}

void KurtogramTest::badRequestsAreRefused()
{
    const std::vector<double> samples(255, 1.0);
    QCOMPARE(kurtogram(samples, Hertz{12000.0}, 3).error().code, ErrorCode::TooFewSamples);
    QCOMPARE(kurtogram(samples, Hertz{12000.0}, 0).error().code, ErrorCode::Usage);
    QCOMPARE(kurtogram(samples, Hertz{12000.0}, 11).error().code, ErrorCode::Usage);
    QCOMPARE(kurtogram(samples, Hertz{0.0}, 1).error().code, ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(KurtogramTest)
#include "kurtogram_test.moc"
