// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/engine.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <thread>

using namespace spall; // NOLINT: a test file

namespace {

/// Two tones and coloured noise, as simple a healthy machine as there is.
signal::RecordingPtr healthyMachine(SampleCount count)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate.value = Hertz{12000.0};
    signal::Channel channel;
    RandomEngine engine = makeEngine(Seed{7});
    double one = 0.0;
    double two = 0.0;
    for (SampleCount i = 0; i < count; ++i) {
        const double next = 1.6 * one - 0.9 * two + normal(engine);
        two = one;
        one = next;
        const auto t = static_cast<double>(i);
        channel.samples.push_back(next + 6.0 * std::sin(0.05 * t) + 3.0 * std::sin(0.31 * t));
    }
    recording->channels.push_back(std::move(channel));
    return recording;
}

constexpr SampleCount kLength = 256;

/// More tones than the short AR filter can foretell, in little noise: what a network can learn.
signal::RecordingPtr tones(SampleCount count)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate.value = Hertz{12000.0};
    signal::Channel channel;
    RandomEngine engine = makeEngine(Seed{7});
    for (SampleCount i = 0; i < count; ++i) {
        double sample = 0.1 * normal(engine);
        for (int tone = 1; tone <= 12; ++tone) {
            sample +=
                std::sin(static_cast<double>(i) * (0.05 + 0.19 * std::sqrt(2.0) * tone) + tone);
        }
        channel.samples.push_back(sample);
    }
    recording->channels.push_back(std::move(channel));
    return recording;
}

const train::TrainData& data()
{
    static const train::TrainData made = [] {
        const auto recording = healthyMachine(20000);
        train::TrainData result;
        result.learn = {signal::Stretch{recording, 0, {0, 14000}}};
        result.heldBack = {signal::Stretch{recording, 0, {14000 + kLength, 20000}}};
        result.front = *score::fitFront(result.learn, kLength);
        return result;
    }();
    return made;
}

/// A small preset that trains in seconds, with everything in it that the default has.
train::TrainOptions options(int epochs)
{
    train::TrainOptions result;
    result.preset = {{"encoder", {{"channels", {8, 8}}}},
                     {"generator", {{"channels", {8, 8}}}},
                     {"signal_critic", {{"width", 8}, {"heads", 2}, {"feed_forward", 16}}},
                     {"latent_critic", {{"widths", {8}}}},
                     {"adversarial", {{"critic_batch", 8}}},
                     {"training", {{"batch", 16}, {"patience", 0}}}};
    result.epochs = epochs;
    return result;
}

train::Engine& engine()
{
    const auto loaded = train::engine();
    if (!loaded) {
        qFatal("%s", sentence(loaded.error()).c_str());
    }
    return **loaded;
}

bool areEqual(const train::NetWeights& a, const train::NetWeights& b)
{
    if (a.arrays.size() != b.arrays.size()) {
        return false;
    }
    for (const auto& [name, array] : a.arrays) {
        if (b.arrays.at(name).single != array.single) {
            return false;
        }
    }
    return true;
}

double meanSquare(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return sum / static_cast<double>(a.size());
}

} // namespace

class EngineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trainingLowersTheWhitenedError();
    void sameSeedGivesTheSameBytes();
    void aStoppedTrainingGoesOnAsIfItHadNotBeen();
    void aStopBeforeTheFirstEpochIsCancelled();
    void aStopAfterAnEpochKeepsIt();
    void everyStepIsReported();
    void aWindowScoresTheSameInAnyBatch();
    void aStopEndsThePassOverManyWindows();
    void foreignWeightsAreRefused();
    void syntheticWindowsAreRepeatable();
    void anUnknownPresetKeyIsRefused();
    void aTrainingThatGoesAstrayComesBackAndStopsAfterThree_data();
    void aTrainingThatGoesAstrayComesBackAndStopsAfterThree();
    void aSetbackForgetsNoTimeOfEarlierRuns();
    void aStopInTheMiddleOfAStepLosesNothing();
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
    const std::clock_t started = std::clock();
    const auto trained = engine().train(tonal, bare, {}, {});
    QVERIFY(trained.has_value());
    // Processor time of both threads, so that a busy machine does not fail the test.
    const double seconds = static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 20.0, qPrintable(QString::number(seconds)));
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

void EngineTest::aStoppedTrainingGoesOnAsIfItHadNotBeen()
{
    const auto whole = engine().train(data(), options(4), {}, {});
    QTemporaryDir folder;
    auto pieces = options(4);
    pieces.checkpoint = folder.filePath("checkpoint").toStdString();
    std::stop_source source;
    const auto stopInTheMiddle = [&](const train::StepReport& report) {
        if (report.step == 2 * report.stepsPerEpoch + 5) {
            source.request_stop();
        }
    };
    const auto first = engine().train(data(), pieces, stopInTheMiddle, source.get_token());
    QVERIFY(first.has_value());
    QCOMPARE(first->history.epochs.size(), std::size_t{2});
    pieces.resume = true;
    const auto rest = engine().train(data(), pieces, {}, {});
    QVERIFY(whole && rest);
    QCOMPARE(rest->history.epochs.size(), std::size_t{4});
    QVERIFY(areEqual(whole->weights, rest->weights));
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(rest->history.epochs[i].heldBackCycle, whole->history.epochs[i].heldBackCycle);
        QCOMPARE(rest->history.epochs[i].losses.cycle, whole->history.epochs[i].losses.cycle);
    }
    pieces.seed = Seed{9};
    const auto anew = engine().train(data(), pieces, {}, {});
    QVERIFY(anew && !anew->history.notes.empty()); // another training's checkpoint is not taken
}

void EngineTest::aStopBeforeTheFirstEpochIsCancelled()
{
    std::stop_source source;
    const auto stopped = engine().train(
        data(),
        options(4),
        [&](const train::StepReport&) { source.request_stop(); },
        source.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

void EngineTest::aStopAfterAnEpochKeepsIt()
{
    std::stop_source source;
    const auto stopped = engine().train(
        data(),
        options(4),
        [&](const train::StepReport& report) {
            if (report.step == report.stepsPerEpoch) {
                source.request_stop();
            }
        },
        source.get_token());
    QVERIFY(stopped.has_value());
    QCOMPARE(stopped->history.stoppedBecause, std::string{"stopped by the user after one epoch"});
    QCOMPARE(stopped->history.bestEpoch, 1);
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
void EngineTest::aStopEndsThePassOverManyWindows()
{
    const auto weights = engine().untrained(options(1).preset, data().front, Seed{1});
    const auto nets = engine().open(*weights, data().front);
    QVERIFY(nets.has_value());
    const std::vector<float> windows(300 * kLength, 0.5F);
    std::stop_source source;
    source.request_stop();
    const auto rebuilt = (*nets)->reconstruct(windows, 300, source.get_token());
    const auto critic = (*nets)->critic(windows, 300, source.get_token());
    QVERIFY(!rebuilt && !critic);
    QCOMPARE(rebuilt.error().code, ErrorCode::Cancelled);
    QCOMPARE(critic.error().code, ErrorCode::Cancelled);
}

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

void EngineTest::aTrainingThatGoesAstrayComesBackAndStopsAfterThree_data()
{
    QTest::addColumn<QString>("changes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("divergence") << R"({"training": {"generator": {"rate": 1.0}}})"
                                << "error rose|no longer a number";
    QTest::newRow("the critic wins")
        << R"({"adversarial": {"penalty": 1e-6}, "training": {"critic": {"rate": 0.1}}})"
        << "critic has won|values ran away";
}

void EngineTest::aTrainingThatGoesAstrayComesBackAndStopsAfterThree()
{
    QFETCH(const QString, changes);
    QFETCH(const QString, sentence);
    auto astray = options(30);
    astray.preset.merge_patch(nlohmann::json::parse(changes.toStdString()));
    astray.preset["training"]["schedule"] = "constant";
    // A first epoch at an ordinary rate gives something to come back to.
    astray.preset["training"]["warm_up"] = 1000;
    std::vector<std::string> notes;
    const auto trained = engine().train(data(),
                                        astray,
                                        [&](const train::StepReport& report) {
                                            if (!report.note.empty()) {
                                                notes.push_back(report.note);
                                            }
                                        },
                                        {});
    QVERIFY2(trained.has_value(), trained ? "" : trained.error().what.c_str());
    QCOMPARE(notes.size(), std::size_t{3});
    QVERIFY2(QString::fromStdString(notes[0]).contains(QRegularExpression(sentence)),
             notes[0].c_str());
    QVERIFY2(notes[0].find("30 % of the learning rates") != std::string::npos, notes[0].c_str());
    QVERIFY2(notes[1].find("9 % of the learning rates") != std::string::npos, notes[1].c_str());
    const auto& reason = trained->history.stoppedBecause;
    QVERIFY2(reason.find("astray 3 times") != std::string::npos, reason.c_str());
    QCOMPARE(trained->history.notes, notes);
    for (const auto& [name, array] : trained->weights.arrays) {
        QVERIFY2(std::all_of(array.single.begin(),
                             array.single.end(),
                             [](float value) { return std::isfinite(value); }),
                 name.c_str());
    }
}

// A resumed training that went astray counted its time from the resuming on: the good state that it
// went back to was kept with no seconds at all, and those of the earlier runs were gone.
void EngineTest::aSetbackForgetsNoTimeOfEarlierRuns()
{
    auto astray = options(30);
    astray.preset["training"]["generator"]["rate"] = 1.0;
    astray.preset["training"]["schedule"] = "constant";
    astray.preset["training"]["warm_up"] = 1000;
    QTemporaryDir folder;
    astray.checkpoint = folder.filePath("checkpoint").toStdString();
    std::stop_source source;
    const auto first = engine().train(
        data(),
        astray,
        [&](const train::StepReport& report) {
            if (report.step == report.stepsPerEpoch) {
                source.request_stop();
            }
        },
        source.get_token());
    QVERIFY2(first.has_value(), first ? "" : first.error().what.c_str());
    astray.resume = true;
    int setbacks = 0;
    double elapsed = 0.0;
    bool runsOn = true;
    const auto second = engine().train(data(),
                                       astray,
                                       [&](const train::StepReport& report) {
                                           runsOn = runsOn && report.elapsed.value >= elapsed;
                                           elapsed = report.elapsed.value;
                                           setbacks += report.note.empty() ? 0 : 1;
                                       },
                                       {});
    QVERIFY(second.has_value());
    QVERIFY(setbacks > 0);
    QVERIFY(runsOn);
    QVERIFY(second->history.elapsed.value >= elapsed);
}

void EngineTest::aStopInTheMiddleOfAStepLosesNothing()
{
    // Several critic turns a step, so that there is a middle; stops come at arbitrary moments.
    auto pieces = options(2);
    pieces.preset["adversarial"]["critic_steps"] = 3;
    const auto whole = engine().train(data(), pieces, {}, {});
    QTemporaryDir folder;
    pieces.checkpoint = folder.filePath("checkpoint").toStdString();
    pieces.resume = true;
    Result<train::Trained> last = fail(ErrorCode::Cancelled, "not begun");
    int runs = 0;
    while (!last || last->history.epochs.size() < 2) {
        std::stop_source source;
        std::jthread stopper; // stops while the next step is under way
        last = engine().train(
            data(),
            pieces,
            [&](const train::StepReport& report) {
                if (report.step % 20 == 7 && !stopper.joinable()) {
                    stopper = std::jthread{[&] {
                        source.request_stop();
                    }};
                }
            },
            source.get_token());
        QVERIFY(last || last.error().code == ErrorCode::Cancelled);
        QVERIFY(++runs < 100);
    }
    QVERIFY(runs > 2);
    QVERIFY(whole && areEqual(whole->weights, last->weights));
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
