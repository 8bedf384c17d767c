// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/fuse.h"

#include <QtTest>

#include <cmath>

using namespace spall::score;

class FuseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumWeighsTheChannels()
    {
        const auto fused = fuse({{1.0, 4.0}, {3.0, -2.0}}, Fusion::Sum, 0.75);
        QCOMPARE(fused, (std::vector{1.5, 2.5}));
    }

    void aFusionIsReadBackFromItsName()
    {
        for (const Fusion fusion : {Fusion::Sum, Fusion::Product, Fusion::Rec, Fusion::Critic}) {
            QVERIFY(parseFusion(toString(fusion)) == fusion);
        }
        QVERIFY(!parseFusion("Sum") && !parseFusion(""));
    }

    void productGrowsWithEitherChannelAndStaysPositive()
    {
        const auto fused =
            fuse({{0.0, 5.0, -800.0, 900.0}, {0.0, 0.0, 0.0, 0.0}}, Fusion::Product, 0.5);
        const double half = std::log(2.0);
        QVERIFY(std::abs(fused[0] - half * half) < 1e-15);
        QVERIFY(fused[1] > fused[0]);
        QVERIFY(fused[2] >= 0.0 && fused[2] < 1e-300);
        QVERIFY(std::abs(fused[3] - 900.0 * half) < 1e-9);
    }

    void oneChannelIsHandedThrough()
    {
        const ChannelScores channels{{1.0, 2.0}, {3.0, 4.0}};
        QCOMPARE(fuse(channels, Fusion::Rec, 0.1), channels.rec);
        QCOMPARE(fuse(channels, Fusion::Critic, 0.1), channels.critic);
    }

    void smoothingIsTheMeanOfTheNeighboursThatExist()
    {
        const std::vector scores{3.0, 0.0, 6.0, 9.0, 0.0};
        for (int windows = 1; windows < 14; ++windows) {
            const auto smoothed = smooth(scores, windows);
            for (int i = 0; i < 5; ++i) {
                double sum = 0.0;
                int count = 0;
                for (int k = i - (windows - 1) / 2; k <= i + windows / 2; ++k) {
                    if (k >= 0 && k < 5) {
                        sum += scores[static_cast<std::size_t>(k)];
                        ++count;
                    }
                }
                QVERIFY(std::abs(smoothed[static_cast<std::size_t>(i)] - sum / count) < 1e-14);
            }
        }
    }

    void oneHugeScoreLeavesTheRestExact()
    {
        std::vector<double> scores(20, 1.0);
        scores[2] = 1e18;
        const auto smoothed = smooth(scores, 3);
        QCOMPARE(smoothed[10], 1.0);
    }

    void nothingStaysNothing()
    {
        QVERIFY(smooth({}, 5).empty());
        QVERIFY(fuse({}, Fusion::Sum, 0.5).empty());
    }
};

QTEST_GUILESS_MAIN(FuseTest)
#include "fuse_test.moc"
