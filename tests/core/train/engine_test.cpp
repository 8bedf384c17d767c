// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/train/small_engine.h"

#include <algorithm>
#include <cmath>

using namespace spall; // NOLINT: a test file
using namespace spall::test;

class EngineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trainingLowersTheWhitenedError();
    void sameSeedGivesTheSameBytes();
    void everyStepIsReported();
    void aWindowScoresTheSameInAnyBatch();
    void foreignWeightsAreRefused();
    void syntheticWindowsAreRepeatable();
    void anUnknownPresetKeyIsRefused();
    void averagedWeightsAreKept();
    void everyChoiceOfAPresetTrains_data();
    void everyChoiceOfAPresetTrains();
};

void EngineTest::initTestCase()
{
    engine().configure({.device = train::Device::Cpu, .threads = 2});
    QVERIFY(engine().describe().size() >= 3);
}

void EngineTest::trainingLowersTheWhitenedError()
{
    const auto recording = tones(20000);
    train::TrainData tonal;
    tonal.learn = {signal::Stretch{recording, 0, {0, 14000}}};
    tonal.heldBack = {signal::Stretch{recording, 0, {14000 + kLength, 20000}}};
    tonal.front = *score::fitFront(tonal.learn, kLength);
    train::TrainOptions bare; // without a skeleton all has to be learned
    bare.preset = {{"skeleton", "none"}, {"generator", {{"last_layer", "random"}}}};
    bare.epochs = 6; // of 32 steps
    bare.adversarial = false;
    const auto trained = engine().train(tonal, bare, {}, {});
    QVERIFY(trained.has_value());
    const auto& epochs = trained->history.epochs;
    QCOMPARE(epochs.size(), std::size_t{6});
    // Nothing rebuilt would be 1.
    QVERIFY2(epochs.back().heldBackCycle < 0.6 * epochs.front().heldBackCycle,
             qPrintable(QString("%1 -> %2")
                            .arg(epochs.front().heldBackCycle)
                            .arg(epochs.back().heldBackCycle)));
    QCOMPARE(trained->history.stoppedBecause, std::string{"all 6 epochs are done"});
}

void EngineTest::sameSeedGivesTheSameBytes()
{
    const auto one = engine().train(data(), options(1), {}, {});
    const auto two = engine().train(data(), options(1), {}, {});
    QVERIFY(one && two);
    QVERIFY(areEqual(one->weights, two->weights));
    auto other = options(1);
    other.seed = Seed{2};
    const auto three = engine().train(data(), other, {}, {});
    QVERIFY(three && !areEqual(one->weights, three->weights));
}

void EngineTest::everyStepIsReported()
{
    std::vector<train::StepReport> reports;
    const auto trained =
        engine().train(data(),
                       options(2),
                       [&](const train::StepReport& report) { reports.push_back(report); },
                       {});
    QVERIFY(trained.has_value());
    QCOMPARE(reports.size(), static_cast<std::size_t>(2 * reports.front().stepsPerEpoch));
    for (std::size_t i = 0; i < reports.size(); ++i) {
        QCOMPARE(reports[i].step, static_cast<std::int64_t>(i + 1));
        QVERIFY(std::isfinite(reports[i].losses.cycle));
        QVERIFY(reports[i].losses.gradientNorm > 0.0);
    }
    QVERIFY(std::isnan(reports.front().heldBackCycle));
    QVERIFY(reports.back().heldBackCycle > 0.0);
    QCOMPARE(reports.back().left.value, 0.0);
    QCOMPARE(trained->history.snapshots.size(), std::size_t{2});
    // The window guessed which epoch is kept, and was one off; its pictures came at the end only.
    const train::StepReport& last = reports.back();
    QCOMPARE(last.epochsDone, 2);
    QCOMPARE(last.bestEpoch, trained->history.bestEpoch);
    QCOMPARE(last.bestHeldBack,
             trained->history.epochs[static_cast<std::size_t>(last.bestEpoch - 1)].heldBackCycle);
    QCOMPARE(reports.front().bestEpoch, 0);
    const auto isPictured = [](const train::StepReport& report) {
        return report.watched != nullptr;
    };
    QCOMPARE(std::count_if(reports.begin(), reports.end(), isPictured), std::ptrdiff_t{2});
    QVERIFY(last.watched && last.watched->window == trained->history.watchedWindow);
    QVERIFY(last.watched->snapshot.reconstruction ==
            trained->history.snapshots.back().reconstruction);
    QCOMPARE(trained->history.watchedWindow.size(), static_cast<std::size_t>(kLength));
}

void EngineTest::aWindowScoresTheSameInAnyBatch()
{
    const auto weights = engine().untrained(options(1).preset, data().front, Seed{1});
    QVERIFY(weights.has_value());
    const auto nets = engine().open(*weights, data().front);
    QVERIFY(nets.has_value());
    RandomEngine noise = makeEngine(Seed{4});
    std::vector<float> windows;
    for (int i = 0; i < 70 * kLength; ++i) {
        windows.push_back(static_cast<float>(normal(noise)));
    }
    const auto all = (*nets)->reconstruct(windows, 70);
    const auto last = (*nets)->reconstruct(std::span{windows}.last(kLength), 1);
    QVERIFY(all && last);
    QCOMPARE(all->size(), windows.size());
    const std::vector<float> tail(all->end() - kLength, all->end());
    QVERIFY(meanSquare(tail, *last) < 1e-12);
    // The last layer starts at zero: an untrained model rebuilds what the components rebuild.
    QVERIFY(meanSquare(*all, data().front.components.project(windows)) < 1e-10);
    const auto critics = (*nets)->critic(windows, 70);
    const auto critic = (*nets)->critic(std::span{windows}.last(kLength), 1);
    QVERIFY(critics && critic);
    QCOMPARE(critics->size(), std::size_t{70});
    QVERIFY(std::abs(critics->back() - critic->front()) < 1e-6);
}

// Calibration sends up to 3000 windows through the networks at once and did not hear a stop before
// all of them were done.

void EngineTest::foreignWeightsAreRefused()
{
    auto weights = *engine().untrained(options(1).preset, data().front, Seed{1});
    weights.arrays.begin()->second.shape.push_back(1);
    const auto opened = engine().open(weights, data().front);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::UnknownFormat);
}

void EngineTest::syntheticWindowsAreRepeatable()
{
    const auto weights = engine().untrained(options(1).preset, data().front, Seed{1});
    const auto one = engine().synthesise(*weights, data().front, 3, Seed{1});
    const auto two = engine().synthesise(*weights, data().front, 3, Seed{1});
    QVERIFY(one && two);
    QCOMPARE(one->size(), static_cast<std::size_t>(3 * kLength));
    QCOMPARE(*one, *two);
    QVERIFY(!engine().synthesise(*weights, data().front, 0, Seed{1}));
}

void EngineTest::anUnknownPresetKeyIsRefused()
{
    auto wrong = options(1);
    wrong.preset["lerning"] = 1;
    const auto trained = engine().train(data(), wrong, {}, {});
    QVERIFY(!trained);
    QCOMPARE(trained.error().code, ErrorCode::Usage);
}

void EngineTest::averagedWeightsAreKept()
{
    auto averaged = options(2);
    averaged.preset["training"]["averaging"] = 0.99;
    const auto one = engine().train(data(), averaged, {}, {});
    const auto plain = engine().train(data(), options(2), {}, {});
    QVERIFY(one && plain);
    QVERIFY(!areEqual(one->weights, plain->weights));
    // The average follows the steps but does not feed back into them.
    QCOMPARE(one->history.epochs[1].losses.cycle, plain->history.epochs[1].losses.cycle);
    QVERIFY(one->history.epochs[1].heldBackCycle != plain->history.epochs[1].heldBackCycle);
}

void EngineTest::everyChoiceOfAPresetTrains_data()
{
    QTest::addColumn<QString>("changes");
    const auto add = [](const char* name, const char* changes) {
        QTest::newRow(name) << changes;
    };
    add("rotary", R"({"signal_critic": {"positions": "rotary", "pooling": "max"}})");
    add("no positions", R"({"signal_critic": {"positions": "none", "pooling": "mean"}})");
    add("convolutional stem", R"({"signal_critic": {"stem": "convolution", "channels": [4, 8]}})");
    add("dropout", R"({"signal_critic": {"dropout": 0.2}, "latent_critic": {"dropout": 0.2}})");
    add("no latent critic", R"({"latent_critic": {"widths": []}})");
    add("lazy one-sided penalty",
        R"({"adversarial": {"penalty_form": "one-sided", "penalty_every": 4}})");
    add("penalty at real", R"({"adversarial": {"penalty_form": "zero at real", "penalty": 1}})");
    add("spectral cycle", R"({"cycle": "absolute", "training": {"spectral_weight": 0.5}})");
    add("cosine with warm-up and clipping",
        R"({"training": {"schedule": "cosine", "warm_up": 5, "clip": 1, "recordings": "alike"}})");
}

void EngineTest::everyChoiceOfAPresetTrains()
{
    QFETCH(const QString, changes);
    auto chosen = options(1);
    chosen.preset.merge_patch(nlohmann::json::parse(changes.toStdString()));
    const auto trained = engine().train(data(), chosen, {}, {});
    QVERIFY2(trained.has_value(), trained ? "" : trained.error().what.c_str());
    QVERIFY(trained->history.notes.empty());
    QVERIFY(std::isfinite(trained->history.epochs.front().heldBackCycle));
    const auto opened = engine().open(trained->weights, data().front);
    QVERIFY(opened.has_value());
}

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
