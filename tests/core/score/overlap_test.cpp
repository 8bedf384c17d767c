// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/overlap.h"

#include <QtTest>

#include <cmath>

using namespace spall;
using namespace spall::score;

class OverlapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void medianAndBandOfOverlappingWindows()
    {
        // Samples:            0  1  2  3  4  5
        const std::vector<float> windows{1,
                                         2,
                                         3,
                                         4, // at 0
                                         10,
                                         20,
                                         30,
                                         40, // at 1
                                         100,
                                         200,
                                         300,
                                         400}; // at 2
        const std::vector<SampleIndex> starts{0, 1, 2};
        const auto made = overlapReconstruction(windows, 4, starts, 6);
        QCOMPARE(made.median, (std::vector<float>{1, 6, 20, 30, 170, 300 + 100}));
        QCOMPARE(made.low, (std::vector<float>{1, 2, 3, 4, 40, 400}));
        QCOMPARE(made.high, (std::vector<float>{1, 10, 100, 200, 300, 400}));
    }

    void samplesWithoutAWindowAreNaN()
    {
        const std::vector<float> windows{1, 2, 3, 4};
        const std::vector<SampleIndex> starts{1, 5};
        const auto made = overlapReconstruction(windows, 2, starts, 9);
        for (const std::size_t empty : {0U, 3U, 4U, 7U, 8U}) {
            QVERIFY(std::isnan(made.median[empty]) && std::isnan(made.low[empty]) &&
                    std::isnan(made.high[empty]));
        }
        QCOMPARE(made.median[1], 1.0F);
        QCOMPARE(made.median[6], 4.0F);
    }

    void windowsBeyondTheEndAreCut()
    {
        const std::vector<float> windows{1, 2, 3};
        const std::vector<SampleIndex> starts{1};
        const auto made = overlapReconstruction(windows, 3, starts, 2);
        QCOMPARE(made.median.size(), std::size_t{2});
        QCOMPARE(made.median[1], 1.0F);
    }
};

QTEST_GUILESS_MAIN(OverlapTest)
#include "overlap_test.moc"
