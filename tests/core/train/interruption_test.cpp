// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/train/small_engine.h"

#include <algorithm>
#include <cmath>
#include <thread>

using namespace spall; // NOLINT: a test file
using namespace spall::test;

class InterruptionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aStoppedTrainingGoesOnAsIfItHadNotBeen();
    void aStopBeforeTheFirstEpochIsCancelled();
    void aStopAfterAnEpochKeepsIt();
    void aStopEndsThePassOverManyWindows();
    void aTrainingThatGoesAstrayComesBackAndStopsAfterThree_data();
    void aTrainingThatGoesAstrayComesBackAndStopsAfterThree();
    void aSetbackForgetsNoTimeOfEarlierRuns();
    void aStopInTheMiddleOfAStepLosesNothing();
};

void InterruptionTest::initTestCase()
{
    engine().configure({.device = train::Device::Cpu, .threads = 2});
    QVERIFY(engine().describe().size() >= 3);
}

void InterruptionTest::aStoppedTrainingGoesOnAsIfItHadNotBeen()
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

void InterruptionTest::aStopBeforeTheFirstEpochIsCancelled()
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

void InterruptionTest::aStopAfterAnEpochKeepsIt()
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

void InterruptionTest::aStopEndsThePassOverManyWindows()
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

void InterruptionTest::aTrainingThatGoesAstrayComesBackAndStopsAfterThree_data()
{
    QTest::addColumn<QString>("changes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("divergence") << R"({"training": {"generator": {"rate": 1.0}}})"
                                << "error rose|no longer a number";
    QTest::newRow("the critic wins")
        << R"({"adversarial": {"penalty": 1e-6}, "training": {"critic": {"rate": 0.1}}})"
        << "critic has won|values ran away";
}

void InterruptionTest::aTrainingThatGoesAstrayComesBackAndStopsAfterThree()
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

void InterruptionTest::aSetbackForgetsNoTimeOfEarlierRuns()
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

void InterruptionTest::aStopInTheMiddleOfAStepLosesNothing()
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

QTEST_GUILESS_MAIN(InterruptionTest)
#include "interruption_test.moc"
