// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks.h"
#include "app/commands/commands.h"
#include "core/base/platform.h"
#include "core/pipeline/tally.h"
#include "core/signal/pyramid.h"
#include "core/signal/simulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

namespace spall::app {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr SampleCount kLength = 2048;
constexpr double kTrainSeconds = 10.0; ///< of measured steps
constexpr std::int64_t kWarmUpSteps = 2;

struct Options {
    std::string preset = "spall";
    int batch = 0; ///< 0: the preset's
};

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A minute of a simulated healthy machine at 12 kHz: every machine measures the same.
pipeline::Input healthyMinute()
{
    signal::SimulationOptions options;
    options.healthyDuration = Seconds{60.0};
    options.faultyDuration = Seconds{0.5};
    auto recording =
        std::make_shared<signal::Recording>(signal::simulateBearing(options).recording);
    return {std::move(recording), 0, pipeline::Role::Healthy};
}

/// Milliseconds of a training step for each of its windows: a generator step with its share of
/// critic steps, the first steps left out.
Result<double> timeTraining(const nn::Preset& preset,
                            const train::TrainData& data,
                            const GlobalOptions& global,
                            const std::stop_token& stop)
{
    train::TrainOptions options;
    options.preset = nn::toJson(preset);
    options.seed = Seed{global.seed};
    std::stop_source enough;
    const std::stop_callback passOn{stop, [&] {
                                        enough.request_stop();
                                    }};
    // Whole turns of the critic only, or its share would depend on where the clock ran out.
    const std::int64_t turn = preset.adversarial.criticEvery;
    const std::int64_t warmUp = (kWarmUpSteps + turn - 1) / turn * turn;
    double first = 0.0;
    double last = 0.0;
    std::int64_t steps = 0;
    const auto sink = [&](const train::StepReport& report) {
        if (report.step < warmUp || report.step % turn != 0) {
            return;
        }
        if (report.step == warmUp) {
            first = report.elapsed.value;
            return;
        }
        last = report.elapsed.value;
        steps = report.step - warmUp;
        if (last - first >= kTrainSeconds) {
            enough.request_stop();
        }
    };
    const auto trained = train::engine().value()->train(data, options, sink, enough.get_token());
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped by the user");
    }
    if (!trained && trained.error().code != ErrorCode::Cancelled) {
        return fail(trained.error());
    }
    if (steps == 0) {
        return fail(ErrorCode::Internal, "the training ended before it could be timed");
    }
    return 1000.0 * (last - first) / static_cast<double>(steps * preset.training.batch);
}

/// A model of fresh networks whose statistics are learned from the windows themselves: enough to
/// score at a true model's price.
Result<pipeline::Model>
scoringModel(const nn::Preset& preset, const score::Front& front, const signal::Stretch& healthy)
{
    pipeline::Model model;
    model.settings.window = {kLength, kLength / 4};
    model.rate = healthy.recording->rate.value;
    model.front = front;
    auto weights = train::engine().value()->untrained(nn::toJson(preset), front, Seed{});
    if (!weights) {
        return fail(weights.error());
    }
    model.weights = std::move(*weights);
    const auto windows = signal::cutWindows(healthy, {kLength, kLength});
    if (!windows) {
        return fail(windows.error());
    }
    const auto samples = front.standardise(score::gather(*windows, 0, windows->size()));
    const auto features =
        score::residualFeatures(front, samples, front.components.project(samples));
    auto statistics =
        score::fitEvidence(features, score::residualViewWidths(front), score::kResidualExponent);
    if (!statistics) {
        return fail(statistics.error());
    }
    model.calibration.evidence = std::move(*statistics);
    return model;
}

/// Samples of plotting pyramids built in a second, in millions.
double timePyramid()
{
    constexpr SampleCount kSamples = 4'000'000;
    RandomEngine engine = makeEngine(Seed{1});
    std::vector<double> samples(kSamples);
    std::generate(samples.begin(), samples.end(), [&] { return normal(engine); });
    const auto start = Clock::now();
    const signal::Pyramid pyramid{samples};
    const double seconds = secondsSince(start);
    return static_cast<double>(kSamples) * 1e-6 / seconds;
}

/// A million windows with the scores of `scored`, over and over, the second half of them faulty.
struct ManyWindows {
    explicit ManyWindows(const pipeline::ScoredRecording& scored)
    {
        constexpr std::size_t kWindows = 1'000'000;
        recording.recording = scored.recording;
        for (std::size_t at = 0; at < kWindows; ++at) {
            const auto first = static_cast<SampleIndex>(at) * kLength;
            const std::size_t from = at % scored.windows.size();
            recording.windows.push_back({first, first + kLength});
            recording.channels.rec.push_back(scored.channels.rec[from]);
            recording.channels.critic.push_back(scored.channels.critic[from]);
        }
        truth.assign(kWindows, 0);
        std::fill(truth.begin() + kWindows / 2, truth.end(), static_cast<signed char>(1));
        fused = pipeline::fuse(recording, {});
    }

    pipeline::ScoredRecording recording;
    pipeline::Truth truth;
    pipeline::FusedPtr fused;
};

/// Microseconds that `alarmsAt` and the numbers take at a moved threshold, mean of twenty places.
double timeMoves(const ManyWindows& many,
                 const std::function<std::vector<char>(double threshold)>& alarmsAt)
{
    constexpr int kMoves = 20;
    std::int64_t found = 0; // is used, so that no move can be left out
    const auto start = Clock::now();
    for (int move = 0; move < kMoves; ++move) {
        pipeline::Tally tally;
        pipeline::add(tally, alarmsAt(0.2 * move), many.truth, many.recording.windows);
        found += pipeline::metricsOf(tally, Seconds{1.0}, 1.0).confusion.truePositive;
    }
    return found >= 0 ? 1e6 * secondsSince(start) / kMoves : 0.0;
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    auto preset = nn::findPreset(options.preset);
    if (!preset) {
        return fail(preset.error());
    }
    if (auto status = configureEngine(global); !status) {
        return fail(status.error());
    }
    if (options.batch > 0) {
        preset->training.batch = options.batch;
        preset->adversarial.criticBatch = options.batch;
    }
    const auto stop = interruption();
    const auto input = healthyMinute();
    const auto stretch = signal::wholeChannel(input.recording);
    auto front = score::fitFront(std::vector{stretch}, kLength, stop);
    if (!front) {
        return fail(front.error());
    }
    console.remark("training …");
    const auto training = timeTraining(*preset, {{stretch}, {}, *front}, global, stop);
    if (!training) {
        return fail(training.error());
    }
    const double trainingMemory = peakMemoryMb();
    console.remark("scoring …");
    const auto model = scoringModel(*preset, *front, stretch);
    if (!model) {
        return fail(model.error());
    }
    pipeline::Observer observer;
    observer.stop = stop;
    const auto scored = pipeline::scoreRecording(*model, input, {}, observer);
    if (!scored) {
        return fail(scored.error());
    }
    const double scoring =
        static_cast<double>((*scored)->windows.size()) / (*scored)->elapsed.value;
    const int threads =
        global.threads > 0 ? global.threads : static_cast<int>(std::thread::hardware_concurrency());
    const double pyramid = timePyramid();
    const ManyWindows many(**scored);
    const double metrics = timeMoves(
        many, [&many](double threshold) { return detect::alarms(*many.fused, threshold, {}); });
    const double events = timeMoves(many, [&many](double threshold) {
        return pipeline::decide(many.recording, many.fused, {}, threshold).alarms;
    });
    console.line(fmt::format("BLAS                 {}, {} threads", loadedBlas(), threads));
    console.line(fmt::format("training step        {:.2f} ms a window (batch {}), peak {:.0f} MB",
                             *training,
                             preset->training.batch,
                             trainingMemory));
    console.line(fmt::format("scoring              {:.0f} windows/s", scoring));
    console.line(fmt::format("plotting pyramid     {:.0f} million samples/s", pyramid));
    console.line(fmt::format("moving the threshold {:.0f} µs for the numbers of a million windows, "
                             "{:.0f} µs with their events",
                             metrics,
                             events));
    return json{{"preset", preset->name},
                {"batch", preset->training.batch},
                {"blas", loadedBlas()},
                {"threads", threads},
                {"train_ms_per_window", *training},
                {"score_windows_per_second", scoring},
                {"peak_rss_mb", peakMemoryMb()},
                {"pyramid_build_msamples_per_s", pyramid},
                {"threshold_update_us", metrics},
                {"threshold_events_us", events}};
}

} // namespace

Run declareBench(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("--preset", options->preset, "preset name or FILE.json");
    command.add_option("--batch", options->batch, "windows of a step (default: the preset's)")
        ->check(wholeNumber(1, 4096));
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
