// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/detect/pareto_tail.h"
#include "core/detect/student_t.h"
#include "core/detect/threshold.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <numeric>

namespace spall::detect {

namespace {

nlohmann::json oracle(const char* part)
{
    std::ifstream file(SPALL_SOURCE_DIR "/tests/data/oracle/evaluate_thresholds.json");
    return nlohmann::json::parse(file).at(part);
}

bool near(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::max(1.0, std::abs(b));
}

std::vector<double> normals(std::size_t count, RandomEngine& engine)
{
    std::vector<double> values(count);
    for (double& value : values) {
        value = normal(engine);
    }
    return values;
}

double shareAbove(const std::vector<double>& scores, double threshold)
{
    const auto above = std::count_if(
        scores.begin(), scores.end(), [threshold](double score) { return score > threshold; });
    return static_cast<double>(above) / static_cast<double>(scores.size());
}

double f1At(const std::vector<double>& healthy, const std::vector<double>& faulty, double threshold)
{
    const double hits = shareAbove(faulty, threshold) * static_cast<double>(faulty.size());
    const double wrong = shareAbove(healthy, threshold) * static_cast<double>(healthy.size());
    return 2.0 * hits / (hits + wrong + static_cast<double>(faulty.size()));
}

} // namespace

class ThresholdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void studentQuantileMatchesScipy()
    {
        for (const auto& expected : oracle("student")) {
            const double t = studentQuantile(expected["probability"].get<double>(),
                                             expected["degrees"].get<double>());
            // 1 - 0.999999 alone carries a relative error of 1e-10.
            QVERIFY2(near(t, expected["t"].get<double>(), 1e-9), expected.dump().c_str());
        }
    }

    void tailFitMatchesItsFormula()
    {
        for (const auto& expected : oracle("tails")) {
            const auto excesses = expected["excesses"].get<std::vector<double>>();
            const ParetoTail tail = fitParetoTail(excesses);
            QVERIFY(near(tail.shape, expected["shape"].get<double>(), 1e-10));
            QVERIFY(near(tail.scale, expected["scale"].get<double>(), 1e-10));
            for (const auto& point : expected["exceeded"]) {
                QVERIFY(near(tail.excessAt(point["share"].get<double>()),
                             point["excess"].get<double>(),
                             1e-8)); // near shape 0 the power form cancels digits
            }
        }
    }

    void tailFitFindsTheTrueTail()
    {
        for (const auto& expected : oracle("tails")) {
            const auto excesses = expected["excesses"].get<std::vector<double>>();
            const ParetoTail tail = fitParetoTail(excesses);
            // The excesses are the quantiles of the true tail; 15 of them say less than 400.
            const double tolerance = excesses.size() < 100 ? 0.05 : 0.005;
            QVERIFY(near(tail.shape, expected["true_shape"].get<double>(), tolerance));
            QVERIFY(near(tail.scale, expected["true_scale"].get<double>(), tolerance));
        }
    }

    void cautiousTailHasNoUpperEnd()
    {
        const auto excesses = oracle("tails").at(2)["excesses"].get<std::vector<double>>();
        const double mean = std::accumulate(excesses.begin(), excesses.end(), 0.0) /
                            static_cast<double>(excesses.size());
        QVERIFY(fitParetoTail(excesses).shape < 0.0);
        QCOMPARE(fitCautiousTail(excesses).shape, 0.0);
        QCOMPARE(fitCautiousTail(excesses).scale, mean);
    }

    void quantileServesWhereTheWindowsAreEnough()
    {
        HealthyScores healthy{std::vector<double>(99), 99.0, Seconds{10.0}};
        std::iota(healthy.scores.rbegin(), healthy.scores.rend(), 1.0);
        // Of 99 independent scores the 98th smallest is exceeded by a new one with probability 2 %.
        const auto two = thresholdForFalseAlarmRate(healthy, 0.02);
        QVERIFY(two.has_value() && !two->extrapolated);
        QVERIFY(near(two->value, 98.0, 1e-12));
        const auto one = thresholdForFalseAlarmRate(healthy, 0.01);
        QVERIFY(near(one->value, 99.0, 1e-12) && !one->extrapolated);
        QVERIFY(near(thresholdForFalseAlarmRate(healthy, 0.5)->value, 50.0, 1e-12));
    }

    void boundIsExtrapolatedWhereTheyAreNot()
    {
        const std::vector<double> scores{1.0, 2.0, 3.0, 4.0, 5.0};
        const auto threshold = thresholdForFalseAlarmRate({scores, 5.0, Seconds{1.0}}, 0.02);
        QVERIFY(threshold.has_value() && threshold->extrapolated);
        // scipy: 3 + t.ppf(0.98, 4) * sqrt(2.5) * sqrt(1.2)
        QVERIFY(near(threshold->value, 3.0 + 2.9985278 * std::sqrt(2.5 * 1.2), 1e-7));
        QVERIFY(threshold->source.find("extrapolated") != std::string::npos);
    }

    void boundNeverFallsBelowTheLargestScore()
    {
        std::vector<double> scores(200, 0.0);
        scores[17] = 100.0;
        const auto threshold = thresholdForFalseAlarmRate({scores, 20.0, Seconds{1.0}}, 0.04);
        QVERIFY(threshold.has_value() && threshold->extrapolated);
        QCOMPARE(threshold->value, 100.0);
    }

    void promisedRateHoldsOnAverageForNewWindows_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("rate");
        QTest::newRow("quantile") << 60 << 0.05;
        QTest::newRow("just enough") << 49 << 0.02;
        QTest::newRow("few") << 8 << 0.2;
    }

    void promisedRateHoldsOnAverageForNewWindows()
    {
        QFETCH(int, count);
        QFETCH(double, rate);
        RandomEngine engine = makeEngine(Seed{9});
        constexpr int kRuns = 4000;
        double exceeded = 0.0;
        for (int run = 0; run < kRuns; ++run) {
            const auto scores = normals(static_cast<std::size_t>(count), engine);
            const auto threshold =
                thresholdForFalseAlarmRate({scores, double(count), Seconds{1.0}}, rate);
            exceeded += 0.5 * std::erfc(threshold->value / std::sqrt(2.0));
        }
        // Four standard errors of a mean of shares whose deviation is at most about their size.
        QVERIFY(std::abs(exceeded / kRuns - rate) <
                4.0 * rate / std::sqrt(double(kRuns)) + 0.04 * rate);
    }

    void rateNeedsTwoIndependentWindows()
    {
        const HealthyScores lone{{1.0, 1.1, 1.2}, 1.5, Seconds{1.0}};
        QCOMPARE(thresholdForFalseAlarmRate(lone, 0.1).error().code, ErrorCode::TooFewSamples);
        QCOMPARE(thresholdForFalseAlarmRate({}, 0.1).error().code, ErrorCode::TooFewSamples);
        QCOMPARE(thresholdForFalseAlarmRate(lone, 0.0).error().code, ErrorCode::Usage);
        QCOMPARE(thresholdForFalseAlarmRate(lone, 1.0).error().code, ErrorCode::Usage);
        const HealthyScores broken{{1.0, std::nan("")}, 2.0, Seconds{1.0}};
        QCOMPARE(thresholdForFalseAlarmRate(broken, 0.1).error().code, ErrorCode::NotFinite);
    }

    void budgetMeetsItsAverageOnLongData()
    {
        RandomEngine engine = makeEngine(Seed{21});
        const auto hour = normals(36'000, engine); // ten separate windows a second
        const HealthyScores healthy{hour, 36'000.0, Seconds{3600.0}};
        const auto threshold = thresholdForAlarmsPerHour(healthy, 36.0);
        QVERIFY(threshold.has_value() && !threshold->extrapolated);
        const auto later = normals(360'000, engine);
        const double perHour = shareAbove(later, threshold->value) * 36'000.0;
        QVERIFY2(perHour > 24.0 && perHour < 54.0, std::to_string(perHour).c_str());
    }

    void budgetBeyondTheDataIsMarkedAndAboveTheLargest()
    {
        RandomEngine engine = makeEngine(Seed{22});
        const auto scores = normals(300, engine);
        const HealthyScores healthy{scores, 75.0, Seconds{12.0}};
        const auto threshold = thresholdForAlarmsPerHour(healthy, 1.0);
        QVERIFY(threshold.has_value() && threshold->extrapolated);
        QVERIFY(threshold->value >= *std::max_element(scores.begin(), scores.end()));
        QVERIFY(thresholdForAlarmsPerHour(healthy, 0.1)->value > threshold->value);
    }

    void overlappingWindowsMakeOneEvent()
    {
        // Bursts of four windows that share samples: a quarter of the events, so a lower threshold.
        RandomEngine engine = makeEngine(Seed{23});
        std::vector<double> scores;
        for (const double value : normals(2'000, engine)) {
            scores.insert(scores.end(), 4, value);
        }
        const HealthyScores apart{scores, 8'000.0, Seconds{3600.0}};
        const HealthyScores overlapping{scores, 2'000.0, Seconds{3600.0}};
        QVERIFY(thresholdForAlarmsPerHour(overlapping, 20.0)->value <=
                thresholdForAlarmsPerHour(apart, 20.0)->value);
        QVERIFY(thresholdForAlarmsPerHour(overlapping, 20.0)->value <
                thresholdForAlarmsPerHour(overlapping, 10.0)->value);
    }

    void generousBudgetStopsAtTheTail()
    {
        RandomEngine engine = makeEngine(Seed{24});
        auto scores = normals(1'000, engine);
        const auto threshold = thresholdForAlarmsPerHour({scores, 1'000.0, Seconds{3600.0}}, 1e6);
        QVERIFY(threshold.has_value() && !threshold->extrapolated);
        std::sort(scores.begin(), scores.end());
        QCOMPARE(threshold->value, scores[899]);
    }

    void budgetNeedsWindowsAndTime()
    {
        const HealthyScores few{std::vector<double>(49, 1.0), 49.0, Seconds{10.0}};
        QCOMPARE(thresholdForAlarmsPerHour(few, 1.0).error().code, ErrorCode::TooFewSamples);
        const HealthyScores timeless{std::vector<double>(100, 1.0), 25.0, Seconds{0.0}};
        QCOMPARE(thresholdForAlarmsPerHour(timeless, 1.0).error().code, ErrorCode::TooFewSamples);
        QCOMPARE(thresholdForAlarmsPerHour(few, 0.0).error().code, ErrorCode::Usage);
    }

    void equalScoresAreTheirOwnThreshold()
    {
        const HealthyScores flat{std::vector<double>(100, 2.0), 25.0, Seconds{10.0}};
        QCOMPARE(thresholdForAlarmsPerHour(flat, 1.0)->value, 2.0);
        QCOMPARE(thresholdForFalseAlarmRate(flat, 0.01)->value, 2.0);
    }

    void bestF1MatchesTryingEveryThreshold()
    {
        for (const auto& expected : oracle("best_f1")) {
            const auto healthy = expected["healthy"].get<std::vector<double>>();
            const auto faulty = expected["faulty"].get<std::vector<double>>();
            const auto threshold = thresholdForBestF1(healthy, faulty);
            QVERIFY(threshold.has_value());
            QVERIFY(
                near(f1At(healthy, faulty, threshold->value), expected["f1"].get<double>(), 1e-12));
        }
    }

    void bestF1LiesMidwayBetweenTheSides()
    {
        const std::vector<double> healthy{0.0, 1.0};
        const std::vector<double> faulty{3.0, 4.0};
        QCOMPARE(thresholdForBestF1(healthy, faulty)->value, 2.0);
    }

    void bestF1PartsNeighbouringNumbers()
    {
        const std::vector<double> healthy{1.0};
        const std::vector<double> faulty{std::nextafter(1.0, 2.0)};
        QCOMPARE(f1At(healthy, faulty, thresholdForBestF1(healthy, faulty)->value), 1.0);
    }

    void bestF1NeedsBothSides()
    {
        const std::vector<double> some{1.0};
        QCOMPARE(thresholdForBestF1({}, some).error().code, ErrorCode::TooFewSamples);
        QCOMPARE(thresholdForBestF1(some, {}).error().code, ErrorCode::TooFewSamples);
        const std::vector<double> broken{std::numeric_limits<double>::infinity()};
        QCOMPARE(thresholdForBestF1(some, broken).error().code, ErrorCode::NotFinite);
    }
};

} // namespace spall::detect

QTEST_GUILESS_MAIN(spall::detect::ThresholdTest)
#include "threshold_test.moc"
