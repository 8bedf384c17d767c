// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "ui/plot/trace.h"
#include "ui/plot/window_scores.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

SignalSource noise(SampleCount count)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate.value = Hertz{1000.0};
    RandomEngine engine = makeEngine(Seed{1});
    std::vector<double> samples(static_cast<std::size_t>(count));
    std::generate(samples.begin(), samples.end(), [&engine] { return normal(engine); });
    auto pyramid = std::make_shared<signal::Pyramid>(samples);
    recording->channels.push_back({"x", "g", std::move(samples)});
    return {recording, 0, pyramid};
}

WindowScoresPtr windows(std::int64_t count)
{
    auto scored = std::make_shared<pipeline::ScoredRecording>();
    scored->recording = noise(64).recording;
    pipeline::Decision decision;
    std::vector<double> scores;
    for (std::int64_t at = 0; at < count; ++at) {
        scored->windows.push_back({at * 500, at * 500 + 2000});
        scores.push_back(static_cast<double>(at));
        decision.alarms.push_back(at > 5 ? 1 : 0);
    }
    decision.fused = std::make_shared<const std::vector<double>>(std::move(scores));
    return makeWindowScores(scored, decision, 5.0);
}

} // namespace

class TraceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columnsHoldTheExactExtremesOfTheirSamples()
    {
        const SignalSource source = noise(10'007);
        const ColumnGrid grid = columnGrid({1.3, 9.9}, source.rate(), 10'007, 300);
        const auto columns = columnExtremes(source, grid);
        QCOMPARE(static_cast<std::int64_t>(columns.size()), grid.columns());
        for (std::int64_t column = 0; column < grid.columns(); ++column) {
            const SampleRange range = grid.column(column);
            const auto samples = source.samples().subspan(static_cast<std::size_t>(range.first),
                                                          static_cast<std::size_t>(range.size()));
            const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
            QCOMPARE(columns[static_cast<std::size_t>(column)].low, static_cast<float>(*low));
            QCOMPARE(columns[static_cast<std::size_t>(column)].high, static_cast<float>(*high));
        }
    }

    void aPlotGetsNoMorePointsThanItHasColumns()
    {
        const ColumnGrid grid = columnGrid({0.0, 100'000.0}, Hertz{1000.0}, 100'000'000, 1000);
        QVERIFY(grid.columns() <= 2001); // one to two a pixel
        QCOMPARE(grid.range, (SampleRange{0, 100'000'000}));
    }

    void panningKeepsTheColumnsWhereTheyAre()
    {
        const ColumnGrid before = columnGrid({1.0, 5.0}, Hertz{1000.0}, 10'000, 300);
        const ColumnGrid after = columnGrid({1.0005, 5.0005}, Hertz{1000.0}, 10'000, 300);
        QCOMPARE(after.group, before.group);
        QCOMPARE(after.range.first % before.group, 0);
    }

    void closeUpEverySampleIsAPoint()
    {
        const SignalSource source = noise(1000);
        const ColumnGrid grid = columnGrid({0.1, 0.2}, source.rate(), 1000, 800);
        const Trace trace = traceOf(columnExtremes(source, grid), grid);
        QVERIFY(!trace.isDense);
        const auto at = trace.time.indexOf(0.15);
        QVERIFY(at >= 0);
        QCOMPARE(trace.value[at], static_cast<double>(static_cast<float>(source.samples()[150])));
    }

    void blocksGiveTheExtremesOfFiniteValuesOnly()
    {
        std::vector<float> values(1000);
        RandomEngine engine = makeEngine(Seed{2});
        std::generate(
            values.begin(), values.end(), [&engine] { return static_cast<float>(normal(engine)); });
        std::fill(values.begin() + 100, values.begin() + 700, kNone);
        const auto at = [&values](SampleIndex index) {
            return values[static_cast<std::size_t>(index)];
        };
        const BlockExtremes blocks(1000, at);
        QVERIFY(!hasValues(blocks.over({100, 700}, at)));
        for (const SampleRange range :
             {SampleRange{0, 1000}, SampleRange{3, 999}, SampleRange{50, 101}}) {
            signal::MinMax expected = kNoExtremes;
            for (SampleIndex index = range.first; index < range.last; ++index) {
                if (!std::isnan(at(index))) {
                    expected.low = std::min(expected.low, at(index));
                    expected.high = std::max(expected.high, at(index));
                }
            }
            QCOMPARE(blocks.over(range, at).low, expected.low);
            QCOMPARE(blocks.over(range, at).high, expected.high);
        }
    }

    /// A column of half a recording once joined every block of it, so that a frame took 25 ms.
    void longStretchesAreJoinedFromRunsOfBlocks()
    {
        constexpr SampleCount kCount = 70'000; // 8 runs and a part of one
        std::vector<float> values(kCount);
        RandomEngine engine = makeEngine(Seed{3});
        std::generate(
            values.begin(), values.end(), [&engine] { return static_cast<float>(normal(engine)); });
        const auto at = [&values](SampleIndex index) {
            return values[static_cast<std::size_t>(index)];
        };
        const BlockExtremes blocks(kCount, at);
        for (const SampleRange range : {SampleRange{0, kCount},
                                        SampleRange{8192, 65536},
                                        SampleRange{8191, 65537},
                                        SampleRange{300, 9000},
                                        SampleRange{69'900, kCount}}) {
            const auto [low, high] =
                std::minmax_element(values.begin() + range.first, values.begin() + range.last);
            QCOMPARE(blocks.over(range, at).low, *low);
            QCOMPARE(blocks.over(range, at).high, *high);
        }
    }

    void missingReconstructionIsAGapNotANumber()
    {
        const ColumnGrid grid{.range = {0, 4}, .group = 1, .rate = Hertz{1.0}};
        const Trace trace = traceOf({{1.0F, 1.0F}, kNoExtremes, kNoExtremes, {2.0F, 2.0F}}, grid);
        QVERIFY(std::isnan(trace.value[1]) && std::isnan(trace.value[2]));
        QCOMPARE(trace.value[3], 2.0);
    }

    void aWindowIsFoundByTheTimeOfItsCell()
    {
        const auto all = windows(20); // middles at 1.0, 1.5, 2.0, …
        QCOMPARE(windowAt(*all, 1.0), std::optional<std::int64_t>(0));
        QCOMPARE(windowAt(*all, 1.7), std::optional<std::int64_t>(1));
        QCOMPARE(windowAt(*all, 0.5), std::optional<std::int64_t>());
        QCOMPARE(windowAt(*all, 99.0), std::optional<std::int64_t>());
    }

    void cellsArePooledByTheirHighestScore()
    {
        const auto all = windows(1000);
        const auto cells = visibleCells(*all, {0.0, 500.0}, 100);
        QVERIFY(cells.size() <= 101);
        QCOMPARE(cells.front().score, 9.0);
        QVERIFY(cells.front().isAlarm);
    }

    void onlyVisibleWindowsAreTaken()
    {
        const auto cells = visibleCells(*windows(1000), {100.0, 110.0}, 500);
        QVERIFY(cells.size() <= 24);
        QVERIFY(cells.front().time.last > 98.0 && cells.back().time.first < 112.0);
    }

    void scoresThatDoNotFitTheirWindowsAreRefused()
    {
        auto scored = std::make_shared<pipeline::ScoredRecording>();
        scored->recording = noise(64).recording;
        scored->windows = {{0, 10}, {10, 20}};
        QVERIFY(!makeWindowScores(
            scored, {std::make_shared<const std::vector<double>>(1), {0}, {}}, 0.0));
        QVERIFY(!makeWindowScores(nullptr, {}, 0.0));
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::TraceTest)
#include "tst_trace.moc"
