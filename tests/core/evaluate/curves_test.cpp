// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/curves.h"
#include "core/evaluate/metrics.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

namespace spall::evaluate {

namespace {

constexpr double kTolerance = 1e-12; // the same sums in another order

bool near(double a, double b)
{
    return std::abs(a - b) <= kTolerance;
}

nlohmann::json oracle(const char* part)
{
    std::ifstream file(SPALL_SOURCE_DIR "/tests/data/oracle/evaluate.json");
    return nlohmann::json::parse(file).at(part);
}

std::vector<double> numbers(const nlohmann::json& list)
{
    return list.get<std::vector<double>>();
}

} // namespace

class CurvesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchScikitLearn_data()
    {
        QTest::addColumn<int>("index");
        const auto cases = oracle("curves");
        for (int i = 0; i < static_cast<int>(cases.size()); ++i) {
            QTest::newRow(cases.at(static_cast<std::size_t>(i))["name"].get<std::string>().c_str())
                << i;
        }
    }

    void matchScikitLearn()
    {
        QFETCH(int, index);
        const auto expected = oracle("curves").at(static_cast<std::size_t>(index));
        const auto healthy = numbers(expected["healthy"]);
        const auto faulty = numbers(expected["faulty"]);
        QVERIFY(near(areaUnderRoc(healthy, faulty), expected["auroc"].get<double>()));
        QVERIFY(
            near(averagePrecision(healthy, faulty), expected["average_precision"].get<double>()));

        const auto roc = rocCurve(healthy, faulty);
        const auto x = numbers(expected["roc_x"]);
        const auto y = numbers(expected["roc_y"]);
        QCOMPARE(roc.size(), x.size());
        for (std::size_t i = 0; i < roc.size(); ++i) {
            QVERIFY(near(roc[i].x, x[i]) && near(roc[i].y, y[i]));
        }

        auto pr = precisionRecallCurve(healthy, faulty);
        std::reverse(pr.begin(), pr.end());
        const auto recall = numbers(expected["pr_recall"]);
        const auto precision = numbers(expected["pr_precision"]);
        QCOMPARE(pr.size(), recall.size());
        for (std::size_t i = 0; i < pr.size(); ++i) {
            QVERIFY(near(pr[i].x, recall[i]) && near(pr[i].y, precision[i]));
        }
    }

    void thresholdOfAPointGivesThatPoint()
    {
        const std::vector<double> healthy{0.0, 1.0, 1.0, 2.5, 3.0};
        const std::vector<double> faulty{1.0, 2.0, 3.0, 3.0, 7.0};
        for (const CurvePoint& point : rocCurve(healthy, faulty)) {
            const auto shareAbove = [&point](const std::vector<double>& scores) {
                const auto above = std::count_if(
                    scores.begin(), scores.end(), [&](double s) { return s > point.threshold; });
                return static_cast<double>(above) / static_cast<double>(scores.size());
            };
            QCOMPARE(shareAbove(healthy), point.x);
            QCOMPARE(shareAbove(faulty), point.y);
        }
    }

    void missingSideHasNoCurve()
    {
        const std::vector<double> some{1.0, 2.0};
        QVERIFY(rocCurve(some, {}).empty() && precisionRecallCurve({}, some).empty());
        QCOMPARE(areaUnderRoc({}, some), 0.5);
        QCOMPARE(averagePrecision(some, {}), 0.0);
    }

    void notANumberRanksLast()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<double> healthy{0.0, 1.0};
        const std::vector<double> faulty{nan, 2.0};
        QVERIFY(near(areaUnderRoc(healthy, faulty), 0.5)); // one wins both pairs, one loses both
        QCOMPARE(rocCurve(healthy, faulty).size(), std::size_t{5});
    }

    void volumeMatchesItsDefinition_data()
    {
        QTest::addColumn<int>("index");
        const auto cases = oracle("vus");
        for (int i = 0; i < static_cast<int>(cases.size()); ++i) {
            QTest::newRow(cases.at(static_cast<std::size_t>(i))["name"].get<std::string>().c_str())
                << i;
        }
    }

    void volumeMatchesItsDefinition()
    {
        QFETCH(int, index);
        const auto expected = oracle("vus").at(static_cast<std::size_t>(index));
        const auto scores = numbers(expected["scores"]);
        const auto marks = expected["labels"].get<std::vector<int>>();
        const std::vector<char> labels(marks.begin(), marks.end());
        QVERIFY(near(volumeUnderPr(scores, labels, expected["max_buffer"].get<int>()),
                     expected["vus_pr"].get<double>()));
    }

    void volumeWithoutBufferIsAveragePrecision()
    {
        const std::vector<double> scores{0.3, 0.1, 0.9, 0.8, 0.2, 0.85, 0.4};
        const std::vector<char> labels{0, 0, 1, 1, 1, 0, 0};
        const std::vector<double> healthy{0.3, 0.1, 0.85, 0.4};
        const std::vector<double> faulty{0.9, 0.8, 0.2};
        QVERIFY(near(volumeUnderPr(scores, labels, 0), averagePrecision(healthy, faulty)));
    }

    void volumeOfAPerfectScoreIsOneWithoutBuffer()
    {
        const std::vector<char> labels{0, 1, 1, 0, 0, 1, 0};
        const std::vector<double> scores{0.0, 2.0, 2.0, 0.0, 0.0, 2.0, 0.0};
        QVERIFY(near(volumeUnderPr(scores, labels, 0), 1.0));
    }

    void volumeByHand()
    {
        // Buffer 2 softens the neighbours of window 2 to sqrt(1/2): weights 0, s, 1, s, 0. Alarmed
        // one by one in the order 2, 1, 0: precision 1, (1 + s)/2, (1 + s)/3; recall 1/w and then
        // min(1, (1 + s)/w) with w = (1 + 1 + 2 s)/2 = 1 + s. Buffers 0 and 1 soften nothing.
        const std::vector<double> scores{3.0, 4.0, 5.0, 2.0, 1.0};
        const std::vector<char> labels{0, 0, 1, 0, 0};
        const double s = std::sqrt(0.5);
        const double softened = 1.0 / (1.0 + s) + (1.0 - 1.0 / (1.0 + s)) * (1.0 + s) / 2.0;
        QVERIFY(near(volumeUnderPr(scores, labels, 2), (1.0 + 1.0 + softened) / 3.0));
    }

    void volumeForgivesASmallDelay()
    {
        std::vector<char> labels(100, 0);
        std::vector<double> late(100, 0.0);
        std::vector<double> elsewhere(100, 0.0);
        for (std::size_t i = 0; i < 10; ++i) {
            labels[40 + i] = 1;
            late[43 + i] = 1.0;
            elsewhere[80 + i] = 1.0;
        }
        QVERIFY(volumeUnderPr(late, labels, 12) > volumeUnderPr(late, labels, 0));
        QVERIFY(volumeUnderPr(elsewhere, labels, 12) < 0.2);
    }

    void volumeNeedsBothClasses()
    {
        const std::vector<double> scores{1.0, 2.0};
        QCOMPARE(volumeUnderPr(scores, std::vector<char>{0, 0}, 3), 0.0);
        QCOMPARE(volumeUnderPr(scores, std::vector<char>{1, 1}, 3), 0.0);
        QCOMPARE(volumeUnderPr({}, {}, 3), 0.0);
    }
};

} // namespace spall::evaluate

QTEST_GUILESS_MAIN(spall::evaluate::CurvesTest)
#include "curves_test.moc"
