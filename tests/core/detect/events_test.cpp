// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/events.h"

#include <QTest>

#include <limits>

namespace spall::detect {

namespace {

std::vector<SampleRange> places(std::size_t count, SampleCount length, SampleCount step)
{
    std::vector<SampleRange> ranges;
    for (std::size_t i = 0; i < count; ++i) {
        const SampleIndex start = static_cast<SampleIndex>(i) * step;
        ranges.push_back({start, start + length});
    }
    return ranges;
}

using Flags = std::vector<char>;

} // namespace

class EventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alarmIsStrictlyAbove()
    {
        const std::vector<double> scores{0.9, 1.0, 1.1, std::numeric_limits<double>::quiet_NaN()};
        QCOMPARE(alarms(scores, 1.0, {}), (Flags{0, 0, 1, 0}));
    }

    void hysteresisCountsTheWindowsSoFar()
    {
        const std::vector<double> scores{1, 1, 0, 1, 0, 0, 1, 1, 1};
        QCOMPARE(alarms(scores, 0.5, {2, 3}), (Flags{0, 1, 1, 1, 0, 0, 0, 1, 1}));
        QCOMPARE(alarms(scores, 0.5, {3, 3}), (Flags{0, 0, 0, 0, 0, 0, 0, 0, 1}));
        // One of three: an alarm is held for two windows more.
        QCOMPARE(alarms(scores, 0.5, {1, 3}), (Flags{1, 1, 1, 1, 1, 1, 1, 1, 1}));
    }

    void hysteresisLooksNoFurtherThanItsMemory()
    {
        const std::vector<double> scores{1, 0, 0, 1, 0, 0, 1};
        QCOMPARE(alarms(scores, 0.5, {2, 3}), Flags(7, 0));
        QCOMPARE(alarms(scores, 0.5, {2, 4}), (Flags{0, 0, 0, 1, 0, 0, 1}));
    }

    void dualRuleAsksBothOrEither()
    {
        const score::ChannelScores channels{{0, 2, 0, 2}, {0, 0, 3, 3}};
        QCOMPARE(alarms(channels, {1.0, 2.0, true}, {}), (Flags{0, 0, 0, 1}));
        QCOMPARE(alarms(channels, {1.0, 2.0, false}, {}), (Flags{0, 1, 1, 1}));
        QCOMPARE(alarms(channels, {1.0, 2.0, false}, {2, 2}), (Flags{0, 0, 1, 1}));
    }

    void runsBecomeEvents()
    {
        const std::vector<double> scores{0, 5, 7, 6, 0, 0, 9, 0};
        const Flags flags{0, 1, 1, 1, 0, 0, 1, 0};
        const auto events = findEvents(flags, scores, places(8, 10, 10));
        QCOMPARE(events.size(), std::size_t{2});
        QVERIFY(events[0].range == (SampleRange{10, 40}));
        QCOMPARE(events[0].firstWindow, 1);
        QCOMPARE(events[0].windowCount, 3);
        QCOMPARE(events[0].peakScore, 7.0);
        QCOMPARE(events[0].peakWindow, 2);
        QVERIFY(events[1].range == (SampleRange{60, 70}));
    }

    void runsThatShareSamplesAreOneEvent()
    {
        const std::vector<double> scores{3, 0, 4, 0, 0, 0, 2};
        const Flags flags{1, 0, 1, 0, 0, 0, 1};
        const auto events = findEvents(flags, scores, places(7, 30, 10));
        QCOMPARE(events.size(), std::size_t{2}); // 0..30 and 20..50; then 60..90
        QVERIFY(events[0].range == (SampleRange{0, 50}));
        QCOMPARE(events[0].windowCount, 3);
        QCOMPARE(events[0].peakWindow, 2);
        QCOMPARE(events[1].firstWindow, 6);
    }

    void runsThatTouchAreOneEvent()
    {
        const std::vector<double> scores{3, 0, 4};
        const auto events = findEvents(Flags{1, 0, 1}, scores, places(3, 20, 10));
        QCOMPARE(events.size(), std::size_t{1});
        QVERIFY(events[0].range == (SampleRange{0, 40}));
    }

    void neighboursWithAGapBetweenThemStayOneRun()
    {
        const std::vector<double> scores{1, 1};
        const auto events = findEvents(Flags{1, 1}, scores, places(2, 10, 25));
        QCOMPARE(events.size(), std::size_t{1});
        QVERIFY(events[0].range == (SampleRange{0, 35}));
    }

    void peakIsAlarmedEvenWithNegativeScores()
    {
        const std::vector<double> scores{-3, -2, -4};
        const auto events = findEvents(Flags{1, 1, 1}, scores, places(3, 10, 10));
        QCOMPARE(events.front().peakScore, -2.0);
        QCOMPARE(events.front().peakWindow, 1);
    }

    void nothingAlarmedNothingFound()
    {
        QVERIFY(findEvents(Flags(3, 0), std::vector<double>(3), places(3, 10, 10)).empty());
        QVERIFY(findEvents({}, {}, {}).empty());
    }
};

} // namespace spall::detect

QTEST_GUILESS_MAIN(spall::detect::EventsTest)
#include "events_test.moc"
