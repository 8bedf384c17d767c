// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/metrics.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace spall::evaluate {

namespace {

bool near(double a, double b, double tolerance = 1e-12)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wilsonSolvesItsEquation()
    {
        std::ifstream file(SPALL_SOURCE_DIR "/tests/data/oracle/evaluate.json");
        const auto cases = nlohmann::json::parse(file).at("wilson");
        QVERIFY(!cases.empty());
        for (const auto& expected : cases) {
            const Rate rate = wilson(expected["hits"].get<std::int64_t>(),
                                     expected["trials"].get<std::int64_t>(),
                                     expected["overlap"].get<double>());
            // The reference finds roots of a polynomial; a double root near 0 or 1 costs digits.
            QVERIFY2(near(rate.low, expected["low"].get<double>(), 1e-9), expected.dump().c_str());
            QVERIFY2(near(rate.high, expected["high"].get<double>(), 1e-9),
                     expected.dump().c_str());
        }
    }

    void wilsonOfNothingKnowsNothing()
    {
        const Rate rate = wilson(0, 0);
        QCOMPARE(rate.low, 0.0);
        QCOMPARE(rate.high, 1.0);
    }

    void wilsonReachesItsEndsExactly()
    {
        QCOMPARE(wilson(0, 7).low, 0.0);
        QCOMPARE(wilson(7, 7).high, 1.0);
        QVERIFY(wilson(7, 7).low < 1.0);
    }

    void overlapWidensTheInterval()
    {
        const Rate apart = wilson(30, 100);
        const Rate overlapping = wilson(30, 100, 4.0);
        QCOMPARE(overlapping.value, apart.value);
        QVERIFY(overlapping.low < apart.low && overlapping.high > apart.high);
        QCOMPARE(wilson(30, 100, 0.25).low, apart.low); // windows with gaps are not more than all
    }

    void ratesFollowTheirDefinitions()
    {
        const Metrics result = metrics({8, 2, 18, 4}, 1.0);
        QVERIFY(near(result.recall->value, 8.0 / 12.0));
        QVERIFY(near(result.falseAlarmRate->value, 2.0 / 20.0));
        QVERIFY(near(result.precision->value, 8.0 / 10.0));
        const double f1 = 2.0 * (8.0 / 12.0) * 0.8 / (8.0 / 12.0 + 0.8);
        QVERIFY(near(result.f1->value, f1));
        QVERIFY(result.f1->low < f1 && f1 < result.f1->high);
        QVERIFY(!result.falseAlarmsPerHour);
    }

    void missingSideLeavesRatesUnset()
    {
        const Metrics healthyOnly = metrics({0, 1, 9, 0}, 1.0);
        QVERIFY(healthyOnly.falseAlarmRate && !healthyOnly.recall);
        QVERIFY(!healthyOnly.precision && !healthyOnly.f1);
        const Metrics faultyOnly = metrics({5, 0, 0, 1}, 1.0);
        QVERIFY(faultyOnly.recall && !faultyOnly.falseAlarmRate);
        QVERIFY(!faultyOnly.precision && !faultyOnly.f1);
    }

    void withoutAlarmsPrecisionIsUnknownAndF1Zero()
    {
        const Metrics silent = metrics({0, 0, 10, 10}, 1.0);
        QVERIFY(!silent.precision);
        QCOMPARE(silent.f1->value, 0.0);
        QVERIFY(silent.f1->high > 0.0); // ten missed windows do not prove that none is ever found
    }
};

} // namespace spall::evaluate

QTEST_GUILESS_MAIN(spall::evaluate::MetricsTest)
#include "metrics_test.moc"
