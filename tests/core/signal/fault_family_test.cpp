// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/signal/fault_family.h"
#include "core/signal/simulate.h"

#include <QTest>

using namespace spall;
using namespace spall::signal;

namespace {

constexpr Hertz kRate{12000.0};
constexpr SampleCount kCount = 60000;

std::vector<double> noise(std::uint64_t seed)
{
    RandomEngine engine = makeEngine(Seed{seed});
    std::vector<double> samples(kCount);
    for (double& sample : samples) {
        sample = normal(engine);
    }
    return samples;
}

/// An impact train in noise of the same power times `noiseShare`.
std::vector<double> faulty(FaultKind kind, double noiseShare, std::uint64_t seed)
{
    ImpactOptions options;
    options.kind = kind;
    options.slip = 0.004;
    auto samples = impactTrain(options, kCount, kRate, Seed{seed});
    const auto around = noise(seed + 100);
    for (std::size_t at = 0; at < samples.size(); ++at) {
        samples[at] += noiseShare * around[at];
    }
    return samples;
}

FaultFrequencies frequencies()
{
    return faultFrequencies(knownBearings()[0], Rpm{1797.0});
}

} // namespace

class FaultFamilyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClearFaultIsNamed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("outer race") << static_cast<int>(FaultKind::OuterRace);
        QTest::newRow("inner race") << static_cast<int>(FaultKind::InnerRace);
        QTest::newRow("element") << static_cast<int>(FaultKind::Element);
    }

    void aClearFaultIsNamed()
    {
        QFETCH(int, kind);
        for (const std::uint64_t seed : {1, 2, 3}) {
            const auto found = nearestFamily(
                faulty(static_cast<FaultKind>(kind), 0.5, seed), kRate, frequencies());
            QVERIFY(found.has_value());
            QCOMPARE(static_cast<int>(found->families.front().kind), kind);
            QCOMPARE(found->certainty, Certainty::Clear);
            QVERIFY(found->families.front().energyShare > found->families[1].energyShare);
            QVERIFY(found->families.front().energyShare <= 1.0);
        }
    }

    void noiseIsNeverNamedWithCertainty()
    {
        int weak = 0;
        constexpr int kTrials = 20;
        for (int seed = 0; seed < kTrials; ++seed) {
            const auto found =
                nearestFamily(noise(static_cast<std::uint64_t>(seed)), kRate, frequencies());
            QVERIFY(found.has_value());
            QVERIFY(found->certainty != Certainty::Clear);
            weak += found->certainty == Certainty::Weak ? 1 : 0;
        }
        QVERIFY2(weak <= kTrials / 10, qPrintable(QString::number(weak)));
    }

    void anUnmodulatedInnerRaceIsNotNamed()
    {
        // An impact train at the inner race's frequency that no load zone modulates comes from
        // something else: with its lines alone there is no name.
        ImpactOptions options;
        options.kind = FaultKind::InnerRace;
        options.slip = 0.001;
        options.loadZoneModulation = 0.0;
        const auto samples = impactTrain(options, kCount, kRate, Seed{4});
        const auto found = nearestFamily(samples, kRate, frequencies());
        QVERIFY(found.has_value());
        QVERIFY(found->certainty != Certainty::Clear ||
                found->families.front().kind != FaultKind::InnerRace);
    }

    void linesOfTheShaftAreNoFamily()
    {
        auto samples = noise(9);
        const double shaft = frequencies().shaft.value;
        for (std::size_t at = 0; at < samples.size(); ++at) {
            const double time = static_cast<double>(at) / kRate.value;
            const double turn = time * shaft - std::floor(time * shaft);
            samples[at] *= turn < 0.2 ? 4.0 : 1.0; // noise that swells once a turn
        }
        const auto found = nearestFamily(samples, kRate, frequencies());
        QVERIFY(found.has_value());
        QVERIFY(found->certainty != Certainty::Clear);
    }

    void tooFewTurnsAreRefused()
    {
        const auto samples = noise(1);
        const auto found =
            nearestFamily(std::span{samples}.first(2048), kRate, frequencies()); // five turns
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::TooFewSamples);
    }

    void silenceIsNotNamed()
    {
        const auto found = nearestFamily(std::vector<double>(kCount), kRate, frequencies());
        QVERIFY(found.has_value());
        QCOMPARE(found->certainty, Certainty::None);
        QCOMPARE(found->families.front().energyShare, 0.0);
    }
};

QTEST_GUILESS_MAIN(FaultFamilyTest)
#include "fault_family_test.moc"
