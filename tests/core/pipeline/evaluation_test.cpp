// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/pipeline/tally.h"

#include <QTest>

using namespace spall;
using detect::PolicyKind;

namespace {

constexpr SampleCount kLength = 200;
constexpr SampleCount kStep = 50;

/// `count` windows of 0.2 s every 0.05 s; what the networks score, the untrained copy scores too.
pipeline::ScoredPtr scored(pipeline::Role role, std::size_t count, double mean, std::uint64_t seed)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate.value = Hertz{1000.0};
    recording->provenance.path = "folder/" + std::to_string(seed) + ".mat";
    auto made = std::make_shared<pipeline::ScoredRecording>();
    made->recording = recording;
    made->role = role;
    made->fileRate = Hertz{1000.0};
    RandomEngine engine = makeEngine(Seed{seed});
    for (std::size_t at = 0; at < count; ++at) {
        const auto first = static_cast<SampleIndex>(at) * kStep;
        made->windows.push_back({first, first + kLength});
        made->channels.rec.push_back(mean + normal(engine));
        made->channels.critic.push_back(0.0);
        made->learned.push_back(0);
    }
    made->plain["untrained"] = made->channels.rec;
    return made;
}

pipeline::Model model()
{
    pipeline::Model made;
    made.rate = Hertz{1000.0};
    made.settings.window = {kLength, kStep};
    RandomEngine engine = makeEngine(Seed{1});
    for (int at = 0; at < 800; ++at) {
        made.calibration.healthy.rec.push_back(normal(engine));
        made.calibration.healthy.critic.push_back(0.0);
    }
    made.calibration.independentWindows = 200.0;
    made.calibration.duration = Seconds{40.0};
    made.untrained.healthy = made.calibration.healthy;
    return made;
}

} // namespace

class EvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalScoresAreJudgedEqually_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("smoothing");
        QTest::newRow("share") << static_cast<int>(PolicyKind::FalseAlarmRate) << 0.02 << 0.0;
        QTest::newRow("smoothed") << static_cast<int>(PolicyKind::FalseAlarmRate) << 0.02 << 0.5;
        QTest::newRow("best F1") << static_cast<int>(PolicyKind::BestF1) << 0.0 << 0.25;
        QTest::newRow("per hour") << static_cast<int>(PolicyKind::AlarmsPerHour) << 30.0 << 0.25;
    }

    /// The model's scores alone were smoothed, and only they had the threshold that was asked for:
    /// it was called better than methods that had been given less.
    void equalScoresAreJudgedEqually()
    {
        QFETCH(int, kind);
        QFETCH(double, value);
        QFETCH(double, smoothing);
        detect::DecisionOptions options;
        options.policy = {static_cast<PolicyKind>(kind), value};
        options.smoothing = Seconds{smoothing};
        const std::vector<pipeline::ScoredPtr> recordings{
            scored(pipeline::Role::Healthy, 200, 0.0, 2),
            scored(pipeline::Role::Faulty, 200, 1.0, 3)};
        const auto found = pipeline::evaluate(model(), recordings, {}, options);
        QVERIFY(found.has_value());
        const auto& ours = found->methods.front();
        const auto& ghost = found->methods.back();
        QCOMPARE(ghost.name, std::string("untrained"));
        QCOMPARE(ghost.threshold, ours.threshold);
        QCOMPARE(ghost.auroc, ours.auroc);
        QCOMPARE(ghost.metrics.recall->value, ours.metrics.recall->value);
        QCOMPARE(ghost.metrics.falseAlarmRate->value, ours.metrics.falseAlarmRate->value);
    }

    /// An interval over a mean of twenty windows was as narrow as one over each by itself.
    void smoothingLeavesFewerIndependentWindows()
    {
        const auto one = scored(pipeline::Role::Healthy, 200, 0.0, 2);
        QCOMPARE(pipeline::overlapOf(*one, Seconds{0.0}), 4.0);
        QCOMPARE(pipeline::overlapOf(*one, Seconds{1.0}), 4.0 + 19.0); // a mean of 20 windows
        detect::DecisionOptions options;
        QCOMPARE(pipeline::healthyScores(model(), options).independentWindows, 200.0);
        options.smoothing = Seconds{1.0}; // 20 windows of 0.05 s: 0.2 s become 1.15 s
        QCOMPARE(pipeline::healthyScores(model(), options).independentWindows,
                 200.0 * 0.2 / (0.2 + 19.0 * 0.05));
    }

    /// The recall of a file that is faulty from its middle on counted its healthy half as missed.
    void theRecallOfAFileIsThatOfItsFaultyPart()
    {
        const auto file = scored(pipeline::Role::Faulty, 40, 100.0, 3);
        auto half = std::make_shared<pipeline::ScoredRecording>(*file);
        std::fill(half->channels.rec.begin(), half->channels.rec.begin() + 20, -100.0);
        half->plain["untrained"] = half->channels.rec;
        const std::vector<io::Label> labels{{"3.mat", {0, 20 * kStep}, "healthy"},
                                            {"3.mat", {24 * kStep, 60 * kStep}, "faulty"}};
        const auto found =
            pipeline::evaluate(model(), std::vector{pipeline::ScoredPtr(half)}, labels, {});
        QVERIFY(found.has_value());
        QCOMPARE(found->files.front().alarmed.value, 1.0);
        QVERIFY(found->files.front().alarmed.trials < 20);
    }

    /// A comparison that nobody waited for any more went on to its end, and the next stood behind
    /// it.
    void aComparisonEndsWhenItIsStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto file = scored(pipeline::Role::Faulty, 40, 100.0, 3);
        const auto found = pipeline::evaluate(model(), std::vector{file}, {}, {}, stop.get_token());
        QVERIFY(!found && found.error().code == ErrorCode::Cancelled);
    }

    /// With best F1 the share of alarms of a recording included the half the threshold came from.
    void theHalfThatBestF1WasChosenOnIsNotCounted()
    {
        const auto file = scored(pipeline::Role::Faulty, 100, 3.0, 3);
        const std::vector<char> alarms(100, 1);
        detect::DecisionOptions options;
        QCOMPARE(pipeline::alarmedShare(*file, alarms, options, {}).trials, std::int64_t{100});
        options.policy = {PolicyKind::BestF1, 0.0};
        const auto counted = pipeline::alarmedShare(*file, alarms, options, {}).trials;
        QVERIFY(counted > 40 && counted <= 50);
    }
};

QTEST_GUILESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
