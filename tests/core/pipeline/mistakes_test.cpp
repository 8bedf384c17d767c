// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/mistakes.h"

#include <QTest>

using namespace spall;
using pipeline::MistakeKind;

namespace {

pipeline::ScoredRecording windows(std::size_t count)
{
    pipeline::ScoredRecording scored;
    for (std::size_t at = 0; at < count; ++at) {
        const auto first = static_cast<SampleIndex>(at) * 100;
        scored.windows.push_back({first, first + 200});
    }
    return scored;
}

pipeline::Decision decision(std::vector<double> scores, double threshold)
{
    pipeline::Decision made;
    for (const double score : scores) {
        made.alarms.push_back(score > threshold ? 1 : 0);
    }
    made.fused = std::make_shared<const std::vector<double>>(std::move(scores));
    return made;
}

} // namespace

class MistakesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsOfOneKindAreOneMistake()
    {
        const std::vector<signed char> truth{0, 0, 0, 1, 1, 1, -1, 1, 1};
        const auto found = pipeline::mistakesOf(
            windows(9), decision({0.0, 3.0, 4.0, 1.0, 5.0, 1.5, 9.0, 0.5, 0.2}, 2.0), truth);
        QCOMPARE(found.size(), std::size_t{4});
        QCOMPARE(found[0].kind, MistakeKind::FalseAlarm);
        QCOMPARE(found[0].firstWindow, std::int64_t{1});
        QCOMPARE(found[0].windowCount, std::int64_t{2});
        QCOMPARE(found[0].peakWindow, std::int64_t{2});
        QCOMPARE(found[0].range.first, SampleIndex{100});
        QCOMPARE(found[0].range.last, SampleIndex{400});
        QCOMPARE(found[1].kind, MistakeKind::Missed);
        QCOMPARE(found[1].windowCount, std::int64_t{1});
        QVERIFY(!found[1].isWholeEvent); // the window after it was found
        QCOMPARE(found[2].firstWindow, std::int64_t{5});
        QVERIFY(found[3].isWholeEvent);
        QCOMPARE(found[3].peakScore, 0.5);
    }

    void aFaultlessDecisionHasNone()
    {
        const std::vector<signed char> truth{0, 1, -1, -1};
        QVERIFY(
            pipeline::mistakesOf(windows(4), decision({0.0, 3.0, 0.0, 3.0}, 1.0), truth).empty());
    }

    void notJudgedWindowsAreNeither()
    {
        const std::vector<signed char> truth(4, -1);
        QVERIFY(
            pipeline::mistakesOf(windows(4), decision({0.0, 3.0, 0.0, 3.0}, 1.0), truth).empty());
    }
};

QTEST_GUILESS_MAIN(MistakesTest)
#include "mistakes_test.moc"
