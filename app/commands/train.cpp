// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks.h"
#include "app/commands/commands.h"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>

namespace spall::app {
namespace {

using nlohmann::json;

struct Options {
    std::vector<std::string> healthy;
    std::string out;
    std::string preset = "spall";
    int epochs = 0;
    std::optional<double> maxSeconds;
    bool resume = false;
    SampleCount window = 2048;
    SampleCount step = 0; ///< 0: a quarter of the window
    double far = 0.02;
    std::string log;
    InputOptions input;
};

json numberOrNull(double value)
{
    return std::isfinite(value) ? json(value) : json(nullptr);
}

json toJson(const train::StepReport& step)
{
    return {{"step", step.step},
            {"epoch", step.epoch},
            {"critic", numberOrNull(step.losses.critic)},
            {"latent_critic", numberOrNull(step.losses.latentCritic)},
            {"generator", numberOrNull(step.losses.generator)},
            {"cycle", numberOrNull(step.losses.cycle)},
            {"latent", numberOrNull(step.losses.latent)},
            {"gp", numberOrNull(step.losses.penalty)},
            {"gradient_norm", numberOrNull(step.losses.gradientNorm)},
            {"held_back_cycle", numberOrNull(step.heldBackCycle)},
            {"windows_per_second", step.windowsPerSecond},
            {"elapsed_s", step.elapsed.value},
            {"left_s", numberOrNull(step.left.value)},
            {"note", step.note}};
}

json lossesOf(const train::TrainHistory& history)
{
    json losses = json::array();
    for (const auto& epoch : history.epochs) {
        losses.push_back({{"epoch", epoch.epoch},
                          {"critic", numberOrNull(epoch.losses.critic)},
                          {"generator", numberOrNull(epoch.losses.generator)},
                          {"cycle", numberOrNull(epoch.losses.cycle)},
                          {"gp", numberOrNull(epoch.losses.penalty)},
                          {"latent", numberOrNull(epoch.losses.latent)},
                          {"latent_critic", numberOrNull(epoch.losses.latentCritic)},
                          {"held_back_cycle", numberOrNull(epoch.heldBackCycle)}});
    }
    return losses;
}

json describe(const pipeline::Model& model, const detect::Threshold& threshold, double seconds)
{
    const auto& parameters = model.weights.parameters;
    return {{"preset", model.weights.preset.value("name", model.settings.preset)},
            {"seed", model.settings.seed.value},
            {"rate_hz", model.rate.value},
            {"parameters",
             {{"E", parameters.encoder},
              {"G", parameters.generator},
              {"Cx", parameters.signalCritic},
              {"Cz", parameters.latentCritic}}},
            {"windows", {{"train", model.learnWindows}, {"calibrate", model.calibrateWindows}}},
            {"epochs", model.history.epochs.size()},
            {"best_epoch", model.history.bestEpoch},
            {"seconds", seconds},
            {"training_seconds", model.history.elapsed.value},
            {"windows_per_second", model.history.windowsPerSecond},
            {"stopped_because", model.history.stoppedBecause},
            {"notes", model.history.notes},
            {"losses", lossesOf(model.history)},
            {"calibration",
             {{"independent_windows", model.calibration.independentWindows},
              {"critic_weight", model.calibration.criticWeight},
              {"critic_verdict", model.calibration.criticVerdict},
              {"threshold", app::toJson(threshold)}}},
            {"peak_rss_mb", model.peakMemoryMb}};
}

void print(const Console& console, const pipeline::Model& model, const detect::Threshold& threshold)
{
    const auto epochs = model.history.epochs.size();
    console.line(fmt::format("{} {} in {:.0f} s ({:.0f} windows/s): {}",
                             epochs,
                             epochs == 1 ? "epoch" : "epochs",
                             model.history.elapsed.value,
                             model.history.windowsPerSecond,
                             model.history.stoppedBecause));
    console.line(fmt::format("threshold {:.3f}: {}", threshold.value, threshold.source));
    console.line(model.calibration.criticVerdict);
}

/// The JSON lines of `--log`.
class StepLog {
public:
    /// A training that goes on keeps what it wrote before.
    StepLog(const std::string& path, bool goesOn)
        : m_file(path, goesOn ? std::ios::app : std::ios::trunc)
    {
    }

    [[nodiscard]] bool isOpen() const { return m_file.is_open(); }

    /// Whole up to the last step, come what may; nothing more behind a line that did not fit.
    void add(const train::StepReport& step)
    {
        if (m_problem == 0) {
            m_file << toJson(step).dump() << std::endl;
            m_problem = m_file ? 0 : errno;
        }
    }

    /// What the system said of a line that did not fit; empty when all did.
    [[nodiscard]] std::string problem() const
    {
        return m_problem == 0 ? std::string() : std::strerror(m_problem);
    }

private:
    std::ofstream m_file;
    int m_problem = 0;
};

/// Null without a path.
Result<std::shared_ptr<StepLog>> openLog(const std::string& path, bool goesOn)
{
    if (path.empty()) {
        return nullptr;
    }
    auto log = std::make_shared<StepLog>(path, goesOn);
    if (!log->isOpen()) {
        return fail(ErrorCode::WriteFailed,
                    std::string("cannot write the log: ") + std::strerror(errno),
                    path,
                    "choose another path");
    }
    return log;
}

/// Where an interrupted training of this model left its state.
std::string checkpointOf(const Options& options)
{
    return options.out + ".checkpoint";
}

/// Tells of an interrupted training that could be gone on with. One that is started anew instead
/// moves its state aside, so that it can still be come back to.
void offerToGoOn(const Options& options, const Console& console)
{
    std::error_code error;
    const std::string checkpoint = checkpointOf(options);
    if (options.resume || !std::filesystem::exists(checkpoint, error)) {
        return;
    }
    const std::string aside = checkpoint + ".before";
    std::filesystem::rename(checkpoint, aside, error);
    console.remark(
        fmt::format("An earlier training of {} was interrupted; --resume goes on with "
                    "it. This one starts anew{}.",
                    options.out,
                    error ? std::string{} : fmt::format("; the earlier state is now {}", aside)));
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    if (auto status = configureEngine(global); !status) {
        return fail(status.error());
    }
    auto observer = console.observer();
    const auto inputs =
        readInputs(options.healthy, options.input, pipeline::Role::Healthy, observer.stop);
    if (!inputs) {
        return fail(inputs.error());
    }
    const auto log = openLog(options.log, options.resume);
    if (!log) {
        return fail(log.error());
    }
    if (*log) {
        observer.step = [lines = *log, show = observer.step](const train::StepReport& step) {
            lines->add(step);
            if (show) {
                show(step);
            }
        };
    }
    pipeline::TrainSettings settings;
    settings.preset = options.preset;
    settings.window = {options.window,
                       options.step > 0 ? options.step
                                        : std::max<SampleCount>(1, options.window / 4)};
    settings.epochs = options.epochs;
    settings.seed = Seed{global.seed};
    settings.policy = {detect::PolicyKind::FalseAlarmRate, options.far};
    settings.checkpoint = checkpointOf(options);
    settings.resume = options.resume;
    if (options.input.resampleHz) {
        settings.rate = Hertz{*options.input.resampleHz};
    }
    if (options.maxSeconds) {
        settings.maxSeconds = Seconds{*options.maxSeconds};
    }
    offerToGoOn(options, console);
    const auto started = std::chrono::steady_clock::now();
    const auto model = pipeline::trainModel(*inputs, settings, observer);
    if (!model) {
        return fail(model.error());
    }
    if (auto status = pipeline::saveModel(options.out, **model); !status) {
        return fail(status.error());
    }
    if (*log && !(*log)->problem().empty()) { // the model is safe by now
        return fail(ErrorCode::WriteFailed,
                    "the log could not be written: " + (*log)->problem(),
                    options.log,
                    "free some space; the model itself is saved");
    }
    std::error_code ignored;
    std::filesystem::remove(settings.checkpoint, ignored); // the model holds the result now
    const auto threshold = pipeline::chooseThreshold(**model, (*model)->decision);
    if (!threshold) {
        return fail(threshold.error());
    }
    print(console, **model, *threshold);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return describe(**model, *threshold, seconds);
}

} // namespace

Run declareTrain(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("--healthy", options->healthy, "healthy recordings")->required();
    command.add_option("--out", options->out, "model file to write")->required();
    command.add_option("--preset", options->preset, "preset name or FILE.json");
    command.add_option("--epochs", options->epochs, "at most this many")
        ->check(wholeNumber(1, 1'000'000));
    command.add_option("--max-seconds", options->maxSeconds, "stop after this time")
        ->check(aboveZero());
    command.add_flag("--resume", options->resume, "go on from the last checkpoint");
    command.add_option("--window", options->window, "window length in samples")
        ->check(wholeNumber(1, kLongestWindow));
    command
        .add_option("--step",
                    options->step,
                    "distance between windows in samples (default: a quarter of the window)")
        ->check(wholeNumber(1, kLongestWindow));
    command.add_option("--far", options->far, "false-alarm rate of the saved threshold")
        ->check(properShare());
    command.add_option("--log", options->log, "JSON lines, one a training step");
    addInputOptions(command, options->input);
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
