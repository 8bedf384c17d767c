// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/pipeline/tally.h"

#include <QTest>

using namespace spall;

namespace {

/// Windows that neither share nor touch samples.
std::vector<SampleRange> apart(std::size_t count)
{
    std::vector<SampleRange> windows;
    for (std::size_t at = 0; at < count; ++at) {
        const auto first = static_cast<SampleIndex>(at) * 100;
        windows.push_back({first, first + 50});
    }
    return windows;
}

struct Counts {
    pipeline::Tally tally;
    pipeline::FaultyEvents faulty;
};

/// Every window looked at on its own, as the words define it.
Counts oneByOne(const std::vector<char>& alarms, const pipeline::Truth& truth)
{
    Counts counts;
    auto& [tally, events] = counts;
    for (std::size_t at = 0; at < truth.size(); ++at) {
        const bool isAlarm = alarms[at] != 0;
        const bool startsRun = at == 0 || truth[at - 1] != truth[at];
        if (truth[at] == 0) {
            ++(isAlarm ? tally.confusion.falsePositive : tally.confusion.trueNegative);
            const bool goesOn = !startsRun && alarms[at - 1] != 0;
            tally.falseEvents += isAlarm && !goesOn ? 1 : 0;
        } else if (truth[at] == 1) {
            ++(isAlarm ? tally.confusion.truePositive : tally.confusion.falseNegative);
            bool isFirstOfRun = isAlarm;
            for (std::size_t before = at; before > 0 && truth[before - 1] == 1; --before) {
                isFirstOfRun = isFirstOfRun && alarms[before - 1] == 0;
            }
            events.all += startsRun ? 1 : 0;
            events.found += isFirstOfRun ? 1 : 0;
        }
    }
    return counts;
}

bool same(const Counts& a, const Counts& b)
{
    const auto& one = a.tally.confusion;
    const auto& other = b.tally.confusion;
    return one.truePositive == other.truePositive && one.falsePositive == other.falsePositive &&
           one.trueNegative == other.trueNegative && one.falseNegative == other.falseNegative &&
           a.tally.falseEvents == b.tally.falseEvents && a.faulty.all == b.faulty.all &&
           a.faulty.found == b.faulty.found;
}

} // namespace

class TallyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNothing() { QVERIFY(same(oneByOne({}, {}), {})); }

    void windowsAndEventsAreCountedAsOneByOne()
    {
        RandomEngine engine = makeEngine(Seed{3});
        for (int round = 0; round < 200; ++round) {
            const auto count = static_cast<std::size_t>(1 + round % 37);
            std::vector<char> alarms(count);
            pipeline::Truth truth(count);
            for (std::size_t at = 0; at < count; ++at) {
                const bool isSame = at > 0 && uniform(engine) < 0.7;
                truth[at] =
                    isSame ? truth[at - 1]
                           : static_cast<signed char>(static_cast<int>(3.0 * uniform(engine)) - 1);
                alarms[at] = uniform(engine) < 0.4 ? 1 : 0;
            }
            Counts counts{{}, pipeline::faultyEvents(alarms, truth)};
            pipeline::add(counts.tally, alarms, truth, apart(count));
            QVERIFY2(same(counts, oneByOne(alarms, truth)), qPrintable(QString::number(round)));
        }
    }

    /// A report told of one alarm and three false events: only the alarms were merged where their
    /// windows share samples.
    void falseEventsAreMergedAsAlarmsAre()
    {
        const std::vector<SampleRange> windows{
            {0, 100}, {50, 150}, {100, 200}, {150, 250}, {200, 300}, {250, 350}};
        const std::vector<char> alarms{1, 0, 1, 0, 0, 1};
        pipeline::Tally tally;
        pipeline::add(tally, alarms, pipeline::Truth{0, 0, 0, 0, 0, 0}, windows);
        const std::vector<double> scores(6);
        QCOMPARE(tally.falseEvents,
                 static_cast<std::int64_t>(detect::findEvents(alarms, scores, windows).size()));
        QCOMPARE(tally.falseEvents, std::int64_t{2});
    }

    /// Snapshots leave gaps: windows two snapshots apart were one false event.
    void windowsInUnevenStepsAreMergedByTheirSamples()
    {
        const std::vector<SampleRange> windows{{0, 100}, {50, 150}, {300, 400}, {350, 450}};
        pipeline::Tally tally;
        pipeline::add(tally, std::vector<char>{0, 1, 1, 0}, pipeline::Truth{0, 0, 0, 0}, windows);
        QCOMPARE(tally.falseEvents, std::int64_t{1}); // next to each other
        pipeline::add(tally, std::vector<char>{1, 0, 1, 0}, pipeline::Truth{0, 0, 0, 0}, windows);
        QCOMPARE(tally.falseEvents, std::int64_t{3}); // apart by a window and by their samples
    }

    /// Two recordings one after the other are two events, even where both end and begin alarmed.
    void recordingsAreApart()
    {
        pipeline::Tally tally;
        for (int recording = 0; recording < 2; ++recording) {
            pipeline::add(tally, std::vector<char>{1, 1}, pipeline::Truth{0, 0}, apart(2));
        }
        QCOMPARE(tally.falseEvents, std::int64_t{2});
    }
};

QTEST_GUILESS_MAIN(TallyTest)
#include "tally_test.moc"
