// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/calibration.h"
#include "tests/core/score/score_reference.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace spall;
using namespace spall::score;

namespace {

/// The front of the reference: filters as SciPy found them, no scaling, no components.
Front referenceFront()
{
    const auto& reference = tests::scoreReference();
    const auto filterAt = [&](std::size_t row) {
        const auto& filter = reference.at("autoregression").at(row);
        return ArFilter{filter.at("coefficients").get<std::vector<double>>(),
                        filter.at("deviation").get<double>()};
    };
    const auto length = reference.at("band").at("length").get<SampleCount>();
    return Front{length, {}, filterAt(0), filterAt(1), filterAt(2), {length, 0, {}}};
}

/// Half of the sample before, around the window's corner: the reference's stand-in for a network.
std::vector<float> halfShifted(std::span<const float> windows, std::size_t length)
{
    std::vector<float> made(windows.size());
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const std::size_t before = i % length == 0 ? i + length - 1 : i - 1;
        made[i] = 0.5F * windows[before];
    }
    return made;
}

class HalfShifter : public Reconstructor {
public:
    [[nodiscard]] Result<std::vector<float>>
    reconstruct(std::span<const float> windows,
                std::int64_t count,
                const std::stop_token& /*stop*/) const override
    {
        return halfShifted(windows, windows.size() / static_cast<std::size_t>(count));
    }

    [[nodiscard]] Result<std::vector<double>> critic(std::span<const float> /*windows*/,
                                                     std::int64_t count,
                                                     const std::stop_token& /*stop*/) const override
    {
        ++criticRuns;
        return std::vector<double>(static_cast<std::size_t>(count), 5.0);
    }

    mutable int criticRuns = 0;
};

class Forgetful : public HalfShifter {
public:
    [[nodiscard]] Result<std::vector<float>>
    reconstruct(std::span<const float> /*windows*/,
                std::int64_t /*count*/,
                const std::stop_token& /*stop*/) const override
    {
        return std::vector<float>{};
    }
};

class Diverged : public HalfShifter {
public:
    [[nodiscard]] Result<std::vector<float>>
    reconstruct(std::span<const float> windows,
                std::int64_t /*count*/,
                const std::stop_token& /*stop*/) const override
    {
        return std::vector<float>(windows.size(), std::numeric_limits<float>::quiet_NaN());
    }
};

} // namespace

class CalibrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidenceAgreesWithTheReference()
    {
        const auto& reference = tests::scoreReference();
        const Front front = referenceFront();
        const auto stretch = reference.at("stretch").get<std::vector<float>>();
        const std::vector<float> healthy(stretch.begin(), stretch.begin() + 12 * 256);
        const auto tested = reference.at("band").at("tested").get<std::vector<float>>();
        const auto learned =
            fitEvidence(residualFeatures(front, healthy, halfShifted(healthy, 256)),
                        residualViewWidths(front),
                        kResidualExponent);
        QVERIFY(learned.has_value());
        const auto features = residualFeatures(front, tested, halfShifted(tested, 256));
        const auto expected = reference.at("band").at("first_features").get<std::vector<double>>();
        QCOMPARE(static_cast<std::size_t>(features.width), expected.size());
        for (std::size_t band = 0; band < expected.size(); ++band) {
            QVERIFY(std::abs(static_cast<double>(features.values[band]) - expected[band]) < 1e-5);
        }
        const auto scores = evidence(*learned, features);
        const auto wanted = reference.at("band").at("evidence").get<std::vector<double>>();
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QVERIFY(std::abs(scores[i] / wanted[i] - 1.0) < 1e-5);
        }
    }

    void healthyEvidenceIsStandardised()
    {
        BandFeatures features{200, 6, {}};
        auto engine = makeEngine(Seed{4});
        for (int i = 0; i < 1200; ++i) {
            features.values.push_back(static_cast<float>(normal(engine)));
        }
        const auto statistics = fitEvidence(features, std::vector{4, 2}, 4);
        QVERIFY(statistics.has_value());
        const auto all = fitStandardiser(evidence(*statistics, features));
        QVERIFY(std::abs(all.mean) < 1e-12);
        QVERIFY(std::abs(all.deviation - 1.0) < 1e-12);
    }

    void leftOutScoresBecomeTheScale()
    {
        BandFeatures features{9, 1, {0.0F, 1.0F, 2.0F, 3.0F, 4.0F, 5.0F, 6.0F, 7.0F, 8.0F}};
        auto statistics = fitEvidence(features, std::vector{1}, 4);
        QVERIFY(statistics.has_value());
        const auto before = evidence(*statistics, features);
        std::vector<double> leftOut{1.0, 2.0, 6.0};
        rescaleToLeftOut(*statistics, leftOut);
        QVERIFY(std::abs(leftOut[0] + leftOut[1] + leftOut[2]) < 1e-12);
        // 3 and sqrt(14/3) are mean and deviation of what was left out.
        const auto after = evidence(*statistics, features);
        for (std::size_t i = 0; i < after.size(); ++i) {
            QVERIFY(std::abs(after[i] - (before[i] - 3.0) / std::sqrt(14.0 / 3.0)) < 1e-12);
        }
    }

    void onlyTooMuchEnergyIsEvidence()
    {
        BandFeatures healthy{16, 2, {}};
        for (int i = 0; i < 16; ++i) {
            healthy.values.insert(healthy.values.end(), {i % 2 == 0 ? 0.1F : -0.1F, 0.0F});
        }
        const auto statistics = fitEvidence(healthy, std::vector{2}, 4);
        QVERIFY(statistics.has_value());
        const auto scores =
            evidence(*statistics, BandFeatures{3, 2, {0.0F, 0.0F, -9.0F, -9.0F, 2.0F, 0.0F}});
        QCOMPARE(scores[1], scores[0]);
        QVERIFY(scores[2] > scores[0] + 5.0);
    }

    void aConstantBandDividesByNothing()
    {
        const BandFeatures healthy{8, 2, std::vector<float>(16, -27.6F)};
        const auto statistics = fitEvidence(healthy, std::vector{1, 1}, 4);
        QVERIFY(statistics.has_value());
        auto louder = healthy;
        louder.values[0] = 0.0F;
        for (const double score : evidence(*statistics, louder)) {
            QVERIFY(std::isfinite(score));
        }
    }

    void tooFewWindowsAreRefused()
    {
        const auto statistics =
            fitEvidence(BandFeatures{7, 1, std::vector<float>(7, 0.0F)}, std::vector{1}, 4);
        QVERIFY(!statistics.has_value());
        QCOMPARE(statistics.error().code, ErrorCode::TooFewSamples);
    }

    void aWindowScoresTheSameInAnyBatch()
    {
        const auto learned = tests::stretchOf(tests::resonantNoise(30000, 9));
        const auto front = fitFront(std::vector{learned}, 256);
        QVERIFY(front.has_value());
        const auto set = signal::cutWindows(learned, {256, 128});
        QVERIFY(set.has_value());
        const auto batch = gather(*set, 0, 40);
        const auto windows = front->standardise(batch);
        Calibration calibration;
        calibration.critic = {4.0, 2.0};
        calibration.evidence =
            *fitEvidence(residualFeatures(*front, windows, halfShifted(windows, 256)),
                         residualViewWidths(*front),
                         kResidualExponent);
        const HalfShifter networks;
        const auto together = scoreBatch(*front, networks, calibration, batch);
        QVERIFY(together.has_value());
        QCOMPARE(together->channels.critic, std::vector(40, 0.5));
        for (std::int64_t i = 0; i < 40; ++i) {
            const auto alone = scoreBatch(*front, networks, calibration, gather(*set, i, 1));
            QVERIFY(alone.has_value());
            QCOMPARE(alone->channels.rec[0], together->channels.rec[static_cast<std::size_t>(i)]);
        }
    }

    void oneErrorMayTakeThePlaceOfTheBands_data()
    {
        QTest::addColumn<ResidualError>("error");
        QTest::newRow("point") << ResidualError::Point;
        QTest::newRow("area") << ResidualError::Area;
        QTest::newRow("dtw") << ResidualError::Dtw;
    }

    void oneErrorMayTakeThePlaceOfTheBands()
    {
        QFETCH(ResidualError, error);
        const auto learned = tests::stretchOf(tests::resonantNoise(30000, 9));
        auto front = fitFront(std::vector{learned}, 256);
        const auto set = signal::cutWindows(learned, {256, 128});
        QVERIFY(front && set);
        front->error = error;
        const auto windows = front->standardise(gather(*set, 0, 40));
        const auto shifted = halfShifted(windows, 256);
        const auto features = residualFeatures(*front, windows, shifted);
        const auto statistics =
            fitEvidence(features, residualViewWidths(*front), kResidualExponent);
        QVERIFY(statistics.has_value());
        const auto scores = evidence(*statistics, features);
        const auto errors = residualErrors(error, windows, shifted, 256);
        // Also below the mean, where evidence of bands makes no difference any more.
        for (std::size_t i = 1; i < scores.size(); ++i) {
            QCOMPARE(scores[i] > scores[0], errors[i] > errors[0]);
        }
    }

    /// The critic ran on every healthy window of a calibration and for the untrained copy, whose
    /// scores of it nobody looked at.
    void theCriticRunsOnlyWhereItIsAskedFor()
    {
        const auto learned = tests::stretchOf(tests::resonantNoise(30000, 9));
        const auto front = fitFront(std::vector{learned}, 256);
        const auto set = signal::cutWindows(learned, {256, 128});
        QVERIFY(front && set);
        const auto batch = gather(*set, 0, 40);
        const auto windows = front->standardise(batch);
        Calibration calibration;
        calibration.evidence =
            *fitEvidence(residualFeatures(*front, windows, halfShifted(windows, 256)),
                         residualViewWidths(*front),
                         kResidualExponent);
        const HalfShifter networks;
        const auto alone = scoreReconstruction(*front, networks, calibration.evidence, batch);
        QVERIFY(alone.has_value());
        QCOMPARE(networks.criticRuns, 0);
        QVERIFY(alone->channels.critic.empty());
        const auto both = scoreBatch(*front, networks, calibration, batch);
        QVERIFY(both.has_value());
        QCOMPARE(networks.criticRuns, 1);
        QVERIFY(both->channels.rec == alone->channels.rec);
    }

    void aStopIsAnsweredInsideABatch()
    {
        std::stop_source source;
        source.request_stop();
        const WindowBatch batch{256, std::vector<double>(256, 0.0)};
        const auto stopped =
            scoreBatch(referenceFront(), HalfShifter{}, {}, batch, source.get_token());
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void linearViewsOfAWindowDoNotDependOnItsBatch()
    {
        const auto learned = tests::stretchOf(tests::resonantNoise(30000, 9));
        const auto front = fitFront(std::vector{learned}, 256);
        const auto set = signal::cutWindows(learned, {256, 128});
        QVERIFY(front && set);
        const auto together = linearFeatures(*front, front->standardise(gather(*set, 0, 33)));
        const auto alone = linearFeatures(*front, front->standardise(gather(*set, 32, 1)));
        for (std::size_t band = 0; band < alone.values.size(); ++band) {
            const auto other = together.values[32 * alone.values.size() + band];
            QVERIFY(std::abs(alone.values[band] - other) < 1e-5F);
        }
    }

    void wrongLengthsAndBrokenNetworksAreRefused()
    {
        const Front front = referenceFront();
        const Calibration calibration;
        const WindowBatch batch{128, std::vector<double>(128, 0.0)};
        const auto scored = scoreBatch(front, HalfShifter{}, calibration, batch);
        QVERIFY(!scored.has_value());
        QCOMPARE(scored.error().code, ErrorCode::Usage);
        const WindowBatch right{256, std::vector<double>(256, 0.0)};
        const auto forgotten = scoreBatch(front, Forgetful{}, calibration, right);
        QVERIFY(!forgotten.has_value());
        QCOMPARE(forgotten.error().code, ErrorCode::Internal);
        const auto diverged = scoreBatch(front, Diverged{}, calibration, right);
        QVERIFY(!diverged.has_value());
        QCOMPARE(diverged.error().code, ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(CalibrationTest)
#include "calibration_test.moc"
