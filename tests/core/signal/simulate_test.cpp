// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/simulate.h"
#include "core/signal/spectrum.h"
#include "core/signal/statistics.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using spall::Decibel;
using spall::Hertz;
using spall::Rpm;
using spall::Seconds;
using spall::Seed;
using spall::signal::FaultKind;
using spall::signal::ImpactOptions;
using spall::signal::impactTrain;
using spall::signal::simulateBearing;
using spall::signal::SimulationOptions;
using spall::signal::statistics;

namespace {

constexpr Hertz kRate{12000.0};

/// Largest line of the squared envelope spectrum within 2 Hz of a frequency, re the median line.
double prominence(const std::vector<double>& samples, double frequency)
{
    const auto spectrum =
        *spall::signal::squaredEnvelopeSpectrum(samples, kRate, {{2200.0}, {4200.0}});
    const auto at = static_cast<std::ptrdiff_t>(frequency / spectrum.binWidth.value);
    const auto reach = static_cast<std::ptrdiff_t>(2.0 / spectrum.binWidth.value) + 1;
    const auto first = spectrum.values.begin() + std::max<std::ptrdiff_t>(1, at - reach);
    const double line = *std::max_element(first, spectrum.values.begin() + at + reach);
    auto sorted = spectrum.values;
    sorted.resize(static_cast<std::size_t>(500.0 / spectrum.binWidth.value));
    std::nth_element(sorted.begin(),
                     sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2),
                     sorted.end());
    return line / sorted[sorted.size() / 2];
}

} // namespace

class SimulateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTrainHasUnitDeviation_data();
    void aTrainHasUnitDeviation();
    void aTrainStrikesAtItsDefectFrequency_data();
    void aTrainStrikesAtItsDefectFrequency();
    void onlyTurningPartsAreModulated();
    void theSeedDecidesEverything();
    void aStandingShaftStrikesNothing();
    void theRecordingSaysWhatItIs();
    void healthyPartLooksHealthy_data();
    void healthyPartLooksHealthy();
    void theFaultGrowsInDecibels();
};

void SimulateTest::aTrainHasUnitDeviation_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("defect"); // Hz at 1797 rpm, CWRU's published multipliers
    QTest::newRow("outer race") << static_cast<int>(FaultKind::OuterRace) << 107.36;
    QTest::newRow("inner race") << static_cast<int>(FaultKind::InnerRace) << 162.19;
    QTest::newRow("element") << static_cast<int>(FaultKind::Element) << 141.17;
}

void SimulateTest::aTrainHasUnitDeviation()
{
    QFETCH(int, kind);
    const auto train = impactTrain({.kind = static_cast<FaultKind>(kind)}, 24000, kRate, Seed{3});
    QCOMPARE(train.size(), std::size_t{24000});
    const auto found = statistics(train);
    QVERIFY(std::abs(found.deviation - 1.0) < 1e-12);
    QVERIFY(found.kurtosis > 4.0);
}

void SimulateTest::aTrainStrikesAtItsDefectFrequency_data()
{
    aTrainHasUnitDeviation_data();
}

void SimulateTest::aTrainStrikesAtItsDefectFrequency()
{
    QFETCH(int, kind);
    QFETCH(double, defect);
    const auto train =
        impactTrain({.kind = static_cast<FaultKind>(kind), .slip = 0.002}, 60000, kRate, Seed{4});
    QVERIFY(prominence(train, defect) > 20.0);
}

void SimulateTest::onlyTurningPartsAreModulated()
{
    const double shaft = 1797.0 / 60.0;
    const auto lineAtShaft = [&](FaultKind kind) {
        return prominence(impactTrain({.kind = kind, .slip = 0.002}, 60000, kRate, Seed{5}), shaft);
    };
    QVERIFY(lineAtShaft(FaultKind::InnerRace) > 20.0);
    QVERIFY(lineAtShaft(FaultKind::OuterRace) < 10.0);
    const auto flat =
        impactTrain({.kind = FaultKind::InnerRace, .slip = 0.002, .loadZoneModulation = 0.0},
                    60000,
                    kRate,
                    Seed{5});
    QVERIFY(prominence(flat, shaft) < 10.0);
}

void SimulateTest::theSeedDecidesEverything()
{
    const ImpactOptions options;
    QVERIFY(impactTrain(options, 5000, kRate, Seed{1}) ==
            impactTrain(options, 5000, kRate, Seed{1}));
    QVERIFY(impactTrain(options, 5000, kRate, Seed{1}) !=
            impactTrain(options, 5000, kRate, Seed{2}));
    const SimulationOptions shortRun{.healthyDuration = {0.5}, .faultyDuration = {0.5}};
    auto other = shortRun;
    other.seed = Seed{2};
    const auto samples = [](const SimulationOptions& run) {
        return simulateBearing(run).recording.channels[0].samples;
    };
    QVERIFY(samples(shortRun) == samples(shortRun));
    QVERIFY(samples(shortRun) != samples(other));
}

void SimulateTest::aStandingShaftStrikesNothing()
{
    const auto train = impactTrain({.speed = Rpm{0.0}}, 1000, kRate, Seed{1});
    QVERIFY(train == std::vector<double>(1000, 0.0));
}

void SimulateTest::theRecordingSaysWhatItIs()
{
    const auto simulation =
        simulateBearing({.rate = {20000.0}, .healthyDuration = {1.0}, .faultyDuration = {0.5}});
    const auto& recording = simulation.recording;
    QCOMPARE(recording.channels.size(), std::size_t{1});
    QCOMPARE(recording.channels[0].name, std::string{"DE"});
    QCOMPARE(recording.channels[0].unit, std::string{"g"});
    QCOMPARE(recording.sampleCount(), 30000);
    QCOMPARE(recording.rate.value.value, 20000.0);
    QVERIFY(spall::signal::isStated(recording.rate.source));
    QCOMPARE(recording.shaftSpeed->value.value, 1797.0);
    QCOMPARE(recording.provenance.format, std::string{"simulated"});
    QCOMPARE(simulation.faulty, (spall::SampleRange{20000, 30000}));
}

void SimulateTest::healthyPartLooksHealthy_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %llu", seed) << seed;
    }
}

void SimulateTest::healthyPartLooksHealthy()
{
    QFETCH(quint64, seed);
    const auto simulation = simulateBearing({.faultyDuration = {1.0}, .seed = Seed{seed}});
    const auto& samples = simulation.recording.channels[0].samples;
    const auto healthy =
        statistics(std::span{samples}.first(static_cast<std::size_t>(simulation.faulty.first)));
    QVERIFY(std::abs(healthy.rms - 0.07) < 0.002);
    QVERIFY(healthy.kurtosis > 2.7 && healthy.kurtosis < 3.3);
}

void SimulateTest::theFaultGrowsInDecibels()
{
    const SimulationOptions options{.firstLevel = Decibel{0.0}, .lastLevel = Decibel{30.0}};
    auto silent = options;
    silent.firstLevel = silent.lastLevel = Decibel{-400.0};
    const auto simulation = simulateBearing(options);
    const auto with = simulation.recording.channels[0].samples;
    const auto without = simulateBearing(silent).recording.channels[0].samples;
    const auto levelIn = [&](double from, double to) {
        std::vector<double> fault;
        for (auto i = static_cast<std::size_t>(from * 12000.0);
             i < static_cast<std::size_t>(to * 12000.0);
             ++i) {
            fault.push_back(with[i] - without[i]);
        }
        return 20.0 * std::log10(statistics(fault).deviation / 0.07);
    };
    QVERIFY(std::isinf(levelIn(0.0, 10.0)));
    for (double at = 11.0; at < 19.5; at += 2.0) {
        // Half a second holds some fifty impacts, whose energy is steady within 1 dB.
        QVERIFY(std::abs(levelIn(at - 0.25, at + 0.25) - 3.0 * (at - 10.0)) < 1.0);
    }
}

QTEST_GUILESS_MAIN(SimulateTest)
#include "simulate_test.moc"
