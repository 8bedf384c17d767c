// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/trend.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace spall;
using namespace spall::signal;

class TrendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachBlockIsDescribedAlone()
    {
        std::vector<double> samples(1000, 1.0);
        for (std::size_t at = 500; at < 1000; ++at) {
            samples[at] = at % 2 == 0 ? 3.0 : -3.0;
        }
        const auto found = trend(samples, 250);
        QVERIFY(found.has_value());
        QCOMPARE(found->values.size(), std::size_t{4});
        QCOMPARE(found->values[1].rms, 1.0);
        QCOMPARE(found->values[2].rms, 3.0);
        QCOMPARE(found->values[3].kurtosis, 1.0); // two values, equally often
        QCOMPARE(found->blocks[3].first, SampleIndex{750});
        QCOMPARE(found->blocks[3].last, SampleIndex{1000});
    }

    void aShorterRestIsLeftOut()
    {
        const auto found = trend(std::vector<double>(1099, 1.0), 250);
        QVERIFY(found.has_value());
        QCOMPARE(found->blocks.size(), std::size_t{4});
    }

    void blocksThatAreGivenAreDescribedAsTheyAre()
    {
        std::vector<double> samples(1000, 1.0);
        std::fill(samples.begin() + 700, samples.end(), 2.0);
        const auto found = trend(samples, std::vector{SampleRange{0, 300}, SampleRange{700, 1000}});
        QVERIFY(found.has_value());
        QCOMPARE(found->values[0].rms, 1.0);
        QCOMPARE(found->values[1].rms, 2.0);
        QCOMPARE(found->blocks[1].first, SampleIndex{700});
    }

    void badRequestsAreRefused()
    {
        const std::vector<double> ten(10);
        QCOMPARE(trend(ten, std::vector{SampleRange{0, 11}}).error().code, ErrorCode::Usage);
        QCOMPARE(trend(ten, std::vector{SampleRange{3, 4}}).error().code, ErrorCode::Usage);
        QCOMPARE(trend(std::vector<double>(10), 1).error().code, ErrorCode::Usage);
        QCOMPARE(trend(std::vector<double>(10), 11).error().code, ErrorCode::TooFewSamples);
    }

    void blocksCoverTheRecordingInAboutTheNumberAskedFor()
    {
        QCOMPARE(blockFor(120000, 100), SampleCount{1200});
        QCOMPARE(blockFor(3, 100), SampleCount{2});
    }
};

QTEST_GUILESS_MAIN(TrendTest)
#include "trend_test.moc"
