// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/split.h"

#include <QTest>

#include <memory>
#include <string>

namespace spall::evaluate {

namespace {

signal::RecordingPtr
recordingOf(SampleCount count, const std::string& path, const std::string& hash)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->channels.push_back({"x", "", std::vector<double>(static_cast<std::size_t>(count))});
    recording->provenance.path = path;
    recording->provenance.sha256 = hash;
    return recording;
}

SampleCount totalOf(const std::vector<signal::Stretch>& pieces)
{
    SampleCount total = 0;
    for (const auto& piece : pieces) {
        total += piece.range.size();
    }
    return total;
}

bool isApart(const Fold& fold, SampleCount gap)
{
    for (const auto& left : fold.left) {
        const SampleRange widened{left.range.first - gap, left.range.last + gap};
        for (const auto& rest : fold.rest) {
            if (rest.recording == left.recording && overlaps(widened, rest.range)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

class SplitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsTheFirstPartAndKeepsAGap()
    {
        const auto split = splitByTime(100'000, 2048, 512);
        QVERIFY(split.has_value());
        QCOMPARE(split->learn.first, 0);
        QCOMPARE(split->learn.last, 60'000);
        QCOMPARE(split->unseen.first, 62'048);
        QCOMPARE(split->unseen.last, 100'000);
    }

    void learnsFromJustEnough()
    {
        // 32 starts 512 apart: 2048 + 31 · 512 samples, more than four windows.
        constexpr SampleCount kNeeded = 2048 + 31 * 512;
        QVERIFY(splitByTime(kNeeded, 2048, 512, 1.0).has_value());
        QCOMPARE(splitByTime(kNeeded - 1, 2048, 512, 1.0).error().code, ErrorCode::TooFewSamples);
        // Four windows are more than 32 starts when the step is small.
        QVERIFY(splitByTime(4 * 2048, 2048, 16, 1.0).has_value());
        QCOMPARE(splitByTime(4 * 2048 - 1, 2048, 16, 1.0).error().code, ErrorCode::TooFewSamples);
    }

    void refusalSaysHowManySamplesItTakes()
    {
        const auto split = splitByTime(10'000, 2048, 512);
        QVERIFY(!split.has_value());
        const auto enough = static_cast<SampleCount>((2048 + 31 * 512) / 0.6) + 1;
        QVERIFY(split.error().hint.find(std::to_string(enough)) != std::string::npos);
        QVERIFY(splitByTime(enough, 2048, 512).has_value());
    }

    void nothingIsUnseenWhenAllIsLearned()
    {
        const auto split = splitByTime(50'000, 2048, 512, 1.0);
        QVERIFY(split.has_value() && split->unseen.isEmpty());
        QCOMPARE(split->unseen.first, 50'000);
    }

    void refusesSizesThatCannotBeMeant()
    {
        QCOMPARE(splitByTime(50'000, 0, 512).error().code, ErrorCode::Usage);
        QCOMPARE(splitByTime(50'000, 2048, 0).error().code, ErrorCode::Usage);
        QCOMPARE(splitByTime(50'000, 2048, 512, 0.0).error().code, ErrorCode::Usage);
        QCOMPARE(splitByTime(50'000, 2048, 512, 1.1).error().code, ErrorCode::Usage);
    }

    void refusesTheSameBytesOnBothSides()
    {
        const auto a = recordingOf(10, "a.mat", "11");
        const auto b = recordingOf(10, "b.mat", "22");
        const auto copyOfA = recordingOf(10, "copy.mat", "11");
        const std::vector<signal::RecordingPtr> healthy{b, a};
        QVERIFY(refuseLeak(healthy, {}).has_value());
        const Status status = refuseLeak(healthy, std::vector{copyOfA});
        QVERIFY(!status.has_value());
        QCOMPARE(status.error().code, ErrorCode::Usage);
        QVERIFY(status.error().where.find("a.mat") != std::string::npos);
        QVERIFY(status.error().where.find("copy.mat") != std::string::npos);
    }

    void recordingsWithoutHashDifferUnlessTheyAreOne()
    {
        const std::vector first{recordingOf(10, "made 1", "")};
        const std::vector second{recordingOf(10, "made 2", "")};
        QVERIFY(refuseLeak(first, second).has_value());
        QVERIFY(!refuseLeak(first, first).has_value());
    }

    void foldsNeverShareSamplesNorTouchWithinAWindow()
    {
        constexpr SampleCount kWindow = 100;
        const auto one = recordingOf(5'000, "one", "1");
        const auto two = recordingOf(2'000, "two", "2");
        const std::vector<signal::Stretch> learn{
            {one, 0, {0, 1'990}}, {one, 0, {1'990, 4'000}}, {two, 0, {300, 1'700}}};
        const auto folds = crossFolds(learn, 4, kWindow);
        QCOMPARE(folds.size(), std::size_t{4});
        SampleCount left = 0;
        for (const Fold& fold : folds) {
            QVERIFY(isApart(fold, kWindow));
            left += totalOf(fold.left);
            // Everything but the block and its at most four borders is fitted to.
            QVERIFY(totalOf(fold.rest) >= 5'400 - totalOf(fold.left) - 4 * kWindow);
        }
        // Each sample is left out once, but for the 10 between 1350 and 2700 that no window fits.
        QVERIFY(left >= 5'400 - kWindow && left <= 5'400);
    }

    void gapKeepsOtherChannelsOfTheSameMomentAway()
    {
        const auto both = recordingOf(4'000, "both", "1");
        const std::vector<signal::Stretch> learn{{both, 0, {0, 4'000}}, {both, 1, {0, 4'000}}};
        for (const Fold& fold : crossFolds(learn, 4, 100)) {
            QVERIFY(isApart(fold, 100));
        }
    }

    /// A copy of a file was another recording: the same samples stood on both sides of a fold.
    void foldsKeepCopiesOfTheSameBytesApart()
    {
        const auto one = recordingOf(4'000, "a.mat", "11");
        const auto copy = recordingOf(4'000, "copy.mat", "11");
        const std::vector<signal::Stretch> learn{{one, 0, {0, 4'000}}, {copy, 0, {0, 4'000}}};
        for (const Fold& fold : crossFolds(learn, 4, 100)) {
            for (const auto& left : fold.left) {
                for (const auto& rest : fold.rest) {
                    QVERIFY(!overlaps(left.range, rest.range));
                }
            }
        }
    }

    void oneStretchGivesEqualParts()
    {
        const std::vector<signal::Stretch> learn{{recordingOf(1'000, "r", "1"), 0, {0, 1'000}}};
        const auto folds = crossFolds(learn, 4, 50);
        QCOMPARE(folds.size(), std::size_t{4});
        QCOMPARE(folds[1].left.front().range.first, 250);
        QCOMPARE(folds[1].left.front().range.last, 500);
        QCOMPARE(folds[1].rest.size(), std::size_t{2});
        QCOMPARE(folds[1].rest[0].range.last, 200);
        QCOMPARE(folds[1].rest[1].range.first, 550);
    }

    void shortRecordsGetFewerFolds()
    {
        const std::vector<signal::Stretch> learn{{recordingOf(300, "r", "1"), 0, {0, 300}}};
        for (const Fold& fold : crossFolds(learn, 8, 100)) {
            QVERIFY(totalOf(fold.left) >= 100 && totalOf(fold.rest) >= 100);
        }
        QVERIFY(crossFolds(learn, 4, 1'000).empty());
        QVERIFY(crossFolds({}, 4, 100).empty());
        QVERIFY(crossFolds(learn, 1, 100).empty()); // nothing would be left to fit
    }
};

} // namespace spall::evaluate

QTEST_GUILESS_MAIN(spall::evaluate::SplitTest)
#include "split_test.moc"
