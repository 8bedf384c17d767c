// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/truth.h"

#include <QTest>

using namespace spall;

namespace {

/// Ten windows of 100 samples at a step of 100, scored 0, 1, … 9, none of them learned.
pipeline::ScoredRecording tenWindows(pipeline::Role role)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate.value = Hertz{1000.0};
    recording->provenance.path = "folder/ten.mat";
    recording->channels.push_back({"x", "g", std::vector<double>(1000)});
    pipeline::ScoredRecording scored;
    scored.recording = recording;
    scored.role = role;
    scored.fileRate = Hertz{4000.0};
    for (SampleIndex at = 0; at < 10; ++at) {
        scored.windows.push_back({at * 100, at * 100 + 100});
        scored.channels.rec.push_back(static_cast<double>(at));
        scored.channels.critic.push_back(0.0);
        scored.learned.push_back(0);
    }
    return scored;
}

} // namespace

class DecideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWindowAboveTheThresholdIsAnAlarm()
    {
        const auto decision = pipeline::decide(tenWindows(pipeline::Role::Unknown), {}, 6.5);
        QCOMPARE(decision.alarms, (std::vector<char>{0, 0, 0, 0, 0, 0, 0, 1, 1, 1}));
        QCOMPARE(decision.events.size(), std::size_t{1});
        QCOMPARE(decision.events.front().range, (SampleRange{700, 1000}));
    }

    void lambdaMovesTheScoreFromOneChannelToTheOther()
    {
        detect::DecisionOptions options;
        options.lambda = 0.5;
        const auto half = pipeline::decide(tenWindows(pipeline::Role::Unknown), options, 100.0);
        QCOMPARE(half.scores().back(), 4.5);
    }

    /// Two thresholds decided on scores that were not averaged, whatever was asked for.
    void twoThresholdsAreHeldAgainstSmoothedScores()
    {
        pipeline::ScoredRecording scored = tenWindows(pipeline::Role::Unknown);
        scored.channels.rec.assign(10, 0.0);
        scored.channels.rec[5] = 9.0;
        detect::DecisionOptions options;
        options.dual = detect::DualRule{2.0, -1.0, true};
        QCOMPARE(pipeline::decide(scored, options, 0.0).alarms,
                 (std::vector<char>{0, 0, 0, 0, 0, 1, 0, 0, 0, 0}));
        options.smoothing = Seconds{0.3}; // three windows of 0.1 s
        QCOMPARE(pipeline::decide(scored, options, 0.0).alarms,
                 (std::vector<char>{0, 0, 0, 0, 1, 1, 1, 0, 0, 0}));
    }

    void smoothingIsAStatedTime()
    {
        detect::DecisionOptions options;
        options.smoothing = Seconds{0.3}; // three windows of 0.1 s
        const auto smoothed = pipeline::decide(tenWindows(pipeline::Role::Unknown), options, 100.0);
        QCOMPARE(smoothed.scores()[5], 5.0);
        QCOMPARE(smoothed.scores()[0], 0.5); // at the end over two
    }

    void labelsAreInSamplesOfTheFile()
    {
        // At 4000 Hz the file has four samples for each of ours: 1200 is our 300.
        const std::vector<io::Label> labels{{"ten.mat", {0, 1200}, "healthy"},
                                            {"ten.mat", {2000, 4000}, "faulty"}};
        const auto truth = pipeline::truthOfWindows(tenWindows(pipeline::Role::Unknown), labels);
        QCOMPARE(truth, (pipeline::Truth{0, 0, 0, -1, -1, 1, 1, 1, 1, 1}));
    }

    void labelsOfAnotherFileAreNotOurs()
    {
        const std::vector<io::Label> labels{{"other.mat", {0, 4000}, "healthy"}};
        const auto truth = pipeline::truthOfWindows(tenWindows(pipeline::Role::Faulty), labels);
        QCOMPARE(truth, pipeline::Truth(10, 1));
    }

    /// One label took the rest of its recording out of every number, itself included when it named
    /// the damaged part: recall rested on half of the windows without a word.
    void aLabelLeavesTheRestToTheRole()
    {
        const auto scored = tenWindows(pipeline::Role::Faulty);
        const std::vector<io::Label> part{{"ten.mat", {0, 1200}, "inner race"}};
        QCOMPARE(pipeline::truthOfWindows(scored, part), pipeline::Truth(10, 1));
        const std::vector<io::Label> bump{{"ten.mat", {0, 1200}, "somebody knocked"}};
        QCOMPARE(pipeline::truthOfWindows(scored, bump),
                 (pipeline::Truth{-1, -1, -1, 1, 1, 1, 1, 1, 1, 1}));
        const std::vector<io::Label> start{{"ten.mat", {0, 1200}, "healthy"}};
        QCOMPARE(pipeline::truthOfWindows(scored, start),
                 (pipeline::Truth{0, 0, 0, -1, -1, -1, -1, -1, -1, -1}));
    }

    void learnedWindowsHaveNoTruth()
    {
        auto scored = tenWindows(pipeline::Role::Healthy);
        scored.learned[0] = 1;
        const auto truth = pipeline::truthOfWindows(scored, {});
        QCOMPARE(static_cast<int>(truth[0]), -1);
        QCOMPARE(static_cast<int>(truth[1]), 0);
    }

    void validationAndTestShareNoSample()
    {
        auto scored = tenWindows(pipeline::Role::Faulty);
        for (auto& window : scored.windows) {
            window.last += 100; // now neighbours overlap by half
        }
        const auto halves = pipeline::halve(scored, pipeline::truthOfWindows(scored, {}));
        QCOMPARE(halves.validation, (pipeline::Truth{1, 1, 1, 1, -1, -1, -1, -1, -1, -1}));
        QCOMPARE(halves.test, (pipeline::Truth{-1, -1, -1, -1, -1, 1, 1, 1, 1, 1}));
    }

    /// A recording that fails half-way was halved by time alone, whatever its labels said: its
    /// healthy windows stood in one half, its faulty ones in the other, and all passed for faulty.
    void bothHalvesHaveBothTruths()
    {
        auto scored = tenWindows(pipeline::Role::Faulty);
        const std::vector<io::Label> labels{{"ten.mat", {0, 2000}, "healthy"},
                                            {"ten.mat", {2000, 4000}, "faulty"}};
        const auto truth = pipeline::truthOfWindows(scored, labels);
        const auto halves = pipeline::halve(scored, truth);
        QCOMPARE(halves.validation, (pipeline::Truth{0, 0, -1, -1, -1, 1, 1, -1, -1, -1}));
        QCOMPARE(halves.test, (pipeline::Truth{-1, -1, 0, 0, 0, -1, -1, 1, 1, 1}));
    }

    void bestF1IsChosenOnWhatTheLabelsSay()
    {
        const auto scored =
            std::make_shared<pipeline::ScoredRecording>(tenWindows(pipeline::Role::Unknown));
        const std::vector<io::Label> labels{{"ten.mat", {0, 2000}, "healthy"},
                                            {"ten.mat", {2000, 4000}, "faulty"}};
        detect::DecisionOptions options;
        options.policy.kind = detect::PolicyKind::BestF1;
        const std::vector<pipeline::ScoredPtr> all{scored};
        const auto threshold = pipeline::chooseThreshold({}, options, all, labels);
        QVERIFY(threshold);
        QCOMPARE(threshold->value, 3.0); // between 1, the highest healthy score, and 5
        QVERIFY(!pipeline::chooseThreshold({}, options, all)); // without labels nothing is known
    }

    void theProposedRateIsTheLowest()
    {
        auto fast = std::make_shared<signal::Recording>();
        fast->rate.value = Hertz{48000.0};
        auto slow = std::make_shared<signal::Recording>();
        slow->rate.value = Hertz{12000.0};
        const std::vector<pipeline::Input> inputs{{fast, 0, pipeline::Role::Healthy},
                                                  {slow, 0, pipeline::Role::Faulty}};
        QCOMPARE(pipeline::proposedRate(inputs).value, 12000.0);
    }
};

QTEST_GUILESS_MAIN(DecideTest)
#include "core/pipeline/truth.h"

#include "decide_test.moc"
