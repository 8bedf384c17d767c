// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_sampler.h"
#include "core/train/train_plan.h"
#include "core/train/watchdog.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace spall; // NOLINT: a test file

namespace {

/// A recording whose samples count up from `first`.
signal::Stretch counting(SampleCount count, double first = 0.0)
{
    auto recording = std::make_shared<signal::Recording>();
    signal::Channel channel;
    for (SampleCount i = 0; i < count; ++i) {
        channel.samples.edit().push_back(first + static_cast<double>(i));
    }
    recording->channels.push_back(std::move(channel));
    return signal::wholeChannel(recording);
}

} // namespace

class PartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void windowsAreDrawnFromTheStretches();
    void everyStartIsDrawn();
    void theSamplerGoesOnFromItsState();
    void polarityTurnsHalfOfTheWindows();
    void evenWindowsAreSpreadOverTheStretch();
    void anEpochIsAThousandWindowsAtLeast();
    void tooShortALearningPartIsRefused();
    void aWindowThatDoesNotFitTheMemoryIsRefused();
    void theMemoryBudgetCutsTheBatch();
    void warmUpAndCosineScheduleAreWhatTheySay();
    void recordingsMayCountAlike();
    void oneCycleRisesToOneAndFalls();
    void theWatchdogSpeaksOnlyWhenItShould();
    void theWatchdogSeesACriticThatHasWonOrCollapsed();
};

void PartsTest::windowsAreDrawnFromTheStretches()
{
    const std::vector stretches{counting(100), counting(10, 5000.0), counting(80, 1000.0)};
    train::BatchSampler sampler{
        stretches, {.mean = 10.0, .deviation = 2.0}, {.length = 64}, Seed{1}};
    const auto windows = sampler.draw(50);
    QCOMPARE(windows.size(), std::size_t{50 * 64});
    for (std::size_t i = 0; i < windows.size(); i += 64) {
        const double first = 2.0 * static_cast<double>(windows[i]) + 10.0;
        const double last = 2.0 * static_cast<double>(windows[i + 63]) + 10.0;
        QCOMPARE(std::round(last - first), 63.0);
        const bool inFirst = first >= -0.5 && last <= 99.5;
        const bool inLast = first >= 999.5 && last <= 1079.5;
        QVERIFY(inFirst || inLast);
    }
}

void PartsTest::everyStartIsDrawn()
{
    const std::vector stretches{counting(66), counting(65, 1000.0)};
    train::BatchSampler sampler{stretches, {}, {.length = 64}, Seed{3}};
    const auto windows = sampler.draw(200);
    std::map<float, int> starts;
    for (std::size_t i = 0; i < windows.size(); i += 64) {
        ++starts[windows[i]];
    }
    // Five starts, 40 expected each with deviation 5.7; 15 is more than four deviations low.
    QCOMPARE(starts.size(), std::size_t{5});
    for (const auto& [start, count] : starts) {
        QVERIFY(count > 15);
    }
}

void PartsTest::theSamplerGoesOnFromItsState()
{
    const std::vector stretches{counting(1000)};
    train::BatchSampler one{stretches, {}, {64, nn::Polarity::Random}, Seed{1}};
    train::BatchSampler two{stretches, {}, {64, nn::Polarity::Random}, Seed{2}};
    (void)one.draw(7);
    QVERIFY(two.restore(one.state()));
    QCOMPARE(one.draw(9), two.draw(9));
    QVERIFY(!two.restore("not a state"));
}

void PartsTest::polarityTurnsHalfOfTheWindows()
{
    const std::vector stretches{counting(200, 1.0)};
    train::BatchSampler sampler{stretches, {}, {64, nn::Polarity::Random}, Seed{1}};
    const auto windows = sampler.draw(400);
    int turned = 0;
    for (std::size_t i = 0; i < windows.size(); i += 64) {
        turned += windows[i] < 0.0F ? 1 : 0;
    }
    QVERIFY(turned > 150 && turned < 250); // 200 expected with deviation 10
}

void PartsTest::evenWindowsAreSpreadOverTheStretch()
{
    const std::vector stretches{counting(64 * 10)};
    const auto windows = train::evenWindows(stretches, {}, 64, 4);
    QCOMPARE(windows.size(), std::size_t{4 * 64});
    QCOMPARE(windows[0], 0.0F);
    QVERIFY(windows[3 * 64] > 400.0F);
    QVERIFY(train::evenWindows(std::vector{counting(63)}, {}, 64, 4).empty());
}

void PartsTest::anEpochIsAThousandWindowsAtLeast()
{
    QCOMPARE(train::epochWindows(std::vector{counting(36000)}, 2048), std::int64_t{1000});
    QCOMPARE(train::epochWindows(std::vector{counting(64 * 1000)}, 64), std::int64_t{1999});
}

void PartsTest::tooShortALearningPartIsRefused()
{
    train::TrainData data;
    data.front.windowLength = 2048;
    data.learn = {counting(4 * 2048 - 1)};
    const auto preset = *nn::findPreset("spall");
    const auto plan = train::planTraining(data, preset, {}, {});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::TooFewSamples);
    data.learn = {counting(4 * 2048)};
    QVERIFY(train::planTraining(data, preset, {}, {}).has_value());
}

void PartsTest::aWindowThatDoesNotFitTheMemoryIsRefused()
{
    train::TrainData data;
    data.front.windowLength = 2048;
    data.learn = {counting(40000)};
    const auto plan =
        train::planTraining(data, *nn::findPreset("article"), {}, {.bytes = 100LL << 20});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::NotEnoughMemory);
}

void PartsTest::theMemoryBudgetCutsTheBatch()
{
    train::TrainData data;
    data.front.windowLength = 2048;
    data.learn = {counting(40000)};
    const auto article = *nn::findPreset("article");
    const auto plan = train::planTraining(data, article, {}, {.bytes = 4LL << 30});
    QVERIFY(plan.has_value());
    QVERIFY(plan->microBatch >= 2 && plan->microBatch < 32);
    QCOMPARE(plan->batch, std::int64_t{32});
    // Held attention matrices take 5 GB a window in PyTorch.
    const auto held = train::trainingBytesPerWindow(article, 2048, train::AttentionMemory::Held);
    QVERIFY(held > 4LL << 30 && held < 7LL << 30);
}

void PartsTest::warmUpAndCosineScheduleAreWhatTheySay()
{
    nn::TrainingPreset training;
    training.schedule = nn::Schedule::Cosine;
    QCOMPARE(train::rateFactor(training, 0, 101), 1.0);
    QVERIFY(std::abs(train::rateFactor(training, 50, 101) - 0.5) < 1e-12);
    QVERIFY(std::abs(train::rateFactor(training, 100, 101)) < 1e-12);
    training.schedule = nn::Schedule::Constant;
    training.warmUp = 4;
    for (int step = 0; step < 8; ++step) {
        QCOMPARE(train::rateFactor(training, step, 101), std::min(1.0, (step + 1) / 5.0));
    }
}

void PartsTest::recordingsMayCountAlike()
{
    const std::vector stretches{counting(10000), counting(65, 1e6)};
    train::BatchSampler sampler{
        stretches, {}, {64, nn::Polarity::AsRecorded, nn::Recordings::Alike}, Seed{1}};
    const auto windows = sampler.draw(400);
    int fromShort = 0;
    for (std::size_t i = 0; i < windows.size(); i += 64) {
        fromShort += windows[i] > 5e5F ? 1 : 0;
    }
    QVERIFY(fromShort > 150 && fromShort < 250); // 200 expected with deviation 10
}

void PartsTest::oneCycleRisesToOneAndFalls()
{
    const nn::TrainingPreset training;
    double highest = 0.0;
    for (std::int64_t step = 0; step < 512; ++step) {
        highest = std::max(highest, train::rateFactor(training, step, 512));
    }
    QVERIFY(std::abs(highest - 1.0) < 1e-3); // the peak lies between two steps
    QVERIFY(std::abs(train::rateFactor(training, 0, 512) - 0.04) < 1e-12);
    QVERIFY(train::rateFactor(training, 511, 512) < 1e-5);
    QVERIFY(train::rateFactor(training, 900, 512) < 1e-5);
}

void PartsTest::theWatchdogSpeaksOnlyWhenItShould()
{
    const nn::AdversarialPreset preset;
    const auto trouble = [&](const train::Losses& losses, double lowest) {
        return train::findTrouble(losses, lowest, {}, preset);
    };
    train::Losses losses{.critic = 3.0, .cycle = 0.9};
    QVERIFY(!trouble(losses, 0.8));
    losses.cycle = 17.0;
    QVERIFY(trouble(losses, 0.8).has_value());
    QVERIFY(!trouble(losses, 0.0)); // nothing to compare with yet
    losses.cycle = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(trouble(losses, 0.0).has_value());
    QVERIFY(trouble({.critic = -2e5}, 0.0).has_value());
}

void PartsTest::theWatchdogSeesACriticThatHasWonOrCollapsed()
{
    nn::AdversarialPreset preset;
    const auto after = [&](double norm, int turns) {
        train::CriticWatch critic;
        for (int i = 0; i < turns; ++i) {
            train::watch(critic, norm);
        }
        return train::findTrouble({.gradientNorm = norm}, 0.0, critic, preset);
    };
    QVERIFY(!after(1.0, 1000));
    QVERIFY(!after(20.0, 49));
    QVERIFY(after(20.0, 50)->find("won") != std::string::npos);
    QVERIFY(!after(0.001, 199));
    QVERIFY(after(0.001, 200)->find("collapsed") != std::string::npos);
    preset.penaltyForm = nn::PenaltyForm::ZeroAtReal; // which asks for a flat critic
    QVERIFY(!after(0.001, 1000));
}

QTEST_GUILESS_MAIN(PartsTest)
#include "parts_test.moc"
